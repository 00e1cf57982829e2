using Kube.CrdWriter.Reference;

namespace Kube.CrdWriter;

/// <summary>Keeps folders of files in step with an assembly.</summary>
internal static class GeneratedFiles
{
    private const int Success = 0;
    private const int Failure = 1;

    // The compiler writes documentation and symbols a moment before the assembly; files must be older than all of them.
    private static readonly TimeSpan s_headStart = TimeSpan.FromMinutes(1);

    /// <summary>Writes the files whose content differs, or compares them and says where they differ.</summary>
    /// <returns>Exit code: 1 when a compared file is missing or differs.</returns>
    public static int Run(Arguments arguments, TextWriter output, TextWriter errors)
    {
        var header = arguments.HeaderFile is { } file ? File.ReadAllText(file) : null;
        var age = File.GetLastWriteTimeUtc(arguments.Assembly) - s_headStart;
        var isRight = true;
        foreach (var (folder, rendered) in Render(arguments, header))
        {
            if (arguments.IsCheck)
            {
                isRight &= rendered.Check(folder, errors);
            }
            else
            {
                rendered.Write(folder, age, output);
            }
        }

        return isRight ? Success : Failure;
    }

    private static IEnumerable<(string Folder, RenderedFile File)> Render(Arguments arguments, string? header)
    {
        var definitions = arguments.Folder is { } crd ? DefinitionFiles.Render(arguments.Assembly, header).Select(f => (crd, f)) : [];
        var roles = arguments.RbacFolder is { } rbac ? RoleFile.Render(arguments.Assembly, header).Select(f => (rbac, f)) : [];
        var pages = arguments.ReferenceFolder is { } reference ? ReferenceFiles.Render(arguments.Assembly).Select(f => (reference, f)) : [];
        return definitions.Concat(roles).Concat(pages);
    }
}
