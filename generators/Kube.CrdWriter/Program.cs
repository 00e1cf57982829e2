using Kube.CrdWriter;

return args switch
{
    [var assembly, var folder] => DefinitionFiles.Write(assembly, folder, Console.Out, Console.Error),
    [var assembly, var folder, "--check"] => DefinitionFiles.Check(assembly, folder, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: kube-crd-writer <assembly.dll> <output-folder> [--check]");
    return 2;
}
