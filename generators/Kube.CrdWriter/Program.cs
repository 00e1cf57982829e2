using Kube.CrdWriter;

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

try
{
    return GeneratedFiles.Run(arguments, Console.Out, Console.Error);
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
{
    Console.Error.WriteLine($"kube-crd-writer: error CRD000: {e.Message}");
    return 1;
}
