using Kube.Generators.Yaml;

namespace Kube.CrdWriter;

/// <summary>A generated file.</summary>
/// <param name="Name">Name without folder.</param>
/// <param name="Text">Its text, with line feeds.</param>
internal sealed record RenderedFile(string Name, string Text)
{
    /// <summary>Writes the file when its content differs. It is as old as the assembly then: the compiler reads it too, and would run again.</summary>
    /// <returns>Whether it was written.</returns>
    public bool Write(string folder, DateTime age, TextWriter output)
    {
        var path = Path.Combine(folder, Name);
        if (File.Exists(path) && File.ReadAllText(path) == Text)
        {
            return false;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(path, Text);
        File.SetLastWriteTimeUtc(path, age);
        output.WriteLine($"Wrote {path}");
        return true;
    }

    /// <summary>Compares the file, line ends aside, and says where it differs.</summary>
    /// <returns>Whether it is as it should be.</returns>
    public bool Check(string folder, TextWriter errors)
    {
        const string Remedy = "Run 'dotnet build' and commit the file.";
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            errors.WriteLine($"{path}: error CRD001: the file is missing. {Remedy}");
            return false;
        }

        if (DefinitionText.Compare(File.ReadAllText(path), Text) is not { } difference)
        {
            return true;
        }

        errors.WriteLine(
            $"{path}({difference.Line + 1}): error CRD001: the file is not what the types say: it has '{difference.Found}' instead of "
            + $"'{difference.Wanted}'. {Remedy}");
        return false;
    }
}
