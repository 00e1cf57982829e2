using Kube.CrdWriter;

try
{
    return args switch
    {
        [var assembly, var folder] => DefinitionFiles.Write(assembly, folder, Console.Out, Console.Error),
        [var assembly, var folder, "--check"] => DefinitionFiles.Check(assembly, folder, Console.Error),
        _ => Usage(),
    };
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
{
    Console.Error.WriteLine($"kube-crd-writer: error CRD000: {e.Message}");
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine("usage: kube-crd-writer <assembly.dll> <output-folder> [--check]");
    return 2;
}
