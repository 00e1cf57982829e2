namespace Kube.CrdWriter;

/// <summary>What the command line asks for.</summary>
/// <param name="Assembly">Path of the compiled assembly.</param>
/// <param name="Folder">Folder of the CustomResourceDefinitions; null for none.</param>
/// <param name="RbacFolder">Folder of the role file; null for none.</param>
/// <param name="ReferenceFolder">Folder of the pages for those who write objects; null for none.</param>
/// <param name="HeaderFile">File whose lines stand above each document; null for none.</param>
/// <param name="IsCheck">Whether files are compared, not written.</param>
internal sealed record Arguments(string Assembly, string? Folder, string? RbacFolder, string? ReferenceFolder, string? HeaderFile, bool IsCheck)
{
    /// <summary>How the program is called.</summary>
    public const string Usage =
        "usage: kube-crd-writer <assembly.dll> [--crd <folder>] [--rbac <folder>] [--reference <folder>] [--header <file>] [--check]";

    /// <summary>Reads the command line; null when it is wrong.</summary>
    public static Arguments? Parse(IReadOnlyList<string> words)
    {
        if (words.Count == 0 || words[0].StartsWith('-'))
        {
            return null;
        }

        var result = new Arguments(words[0], null, null, null, null, false);
        for (var i = 1; i < words.Count; i++)
        {
            var value = i + 1 < words.Count ? words[i + 1] : null;
            switch (words[i])
            {
                case "--check":
                    result = result with { IsCheck = true };
                    break;
                case "--crd" when value is not null:
                    result = result with { Folder = value };
                    i++;
                    break;
                case "--rbac" when value is not null:
                    result = result with { RbacFolder = value };
                    i++;
                    break;
                case "--reference" when value is not null:
                    result = result with { ReferenceFolder = value };
                    i++;
                    break;
                case "--header" when value is not null:
                    result = result with { HeaderFile = value };
                    i++;
                    break;
                default:
                    return null;
            }
        }

        return result;
    }
}
