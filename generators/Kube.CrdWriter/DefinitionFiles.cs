using System.Globalization;
using System.Text.Json;
using Kube.CrdWriter.Reading;
using Kube.CrdWriter.Yaml;

namespace Kube.CrdWriter;

/// <summary>Keeps a folder of YAML files in step with the definitions of an assembly.</summary>
internal static class DefinitionFiles
{
    /// <summary>Bytes that all annotations have together; client-side <c>kubectl apply</c> keeps a copy of the manifest in one.</summary>
    public const int ApplyLimit = 262_144;

    /// <summary>The store of the API server takes no larger request, and needs some room beside the manifest.</summary>
    public const int StoreLimit = 1_500_000;

    private const int Success = 0;
    private const int Failure = 1;

    /// <summary>Writes the files whose content differs.</summary>
    /// <returns>Exit code.</returns>
    public static int Write(string assembly, string folder, TextWriter output, TextWriter errors)
    {
        var exitCode = Success;
        Directory.CreateDirectory(folder);
        foreach (var (name, text, size) in Render(assembly))
        {
            if (!FitsStore(name, size, errors))
            {
                exitCode = Failure;
                continue;
            }

            var path = Path.Combine(folder, name);
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                File.WriteAllText(path, text);
                output.WriteLine($"Wrote {path}");
            }
        }

        return exitCode;
    }

    /// <summary>Compares the files with the assembly, line ends aside, and says where they differ.</summary>
    /// <returns>Exit code: 1 when a file is missing or differs.</returns>
    public static int Check(string assembly, string folder, TextWriter errors)
    {
        var exitCode = Success;
        foreach (var (name, text, size) in Render(assembly))
        {
            var path = Path.Combine(folder, name);
            var found = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
            if (!FitsStore(name, size, errors) || found != text)
            {
                exitCode = Failure;
            }

            if (found != text)
            {
                errors.WriteLine(Difference(path, found, text));
            }
        }

        return exitCode;
    }

    private static string Difference(string path, string? found, string wanted)
    {
        const string Remedy = "Run 'dotnet build' and commit the file.";
        if (found is null)
        {
            return $"{path}: error CRD001: the file is missing. {Remedy}";
        }

        var (foundLines, wantedLines) = (found.Split('\n'), wanted.Split('\n'));
        var line = foundLines.Zip(wantedLines).TakeWhile(p => p.First == p.Second).Count();
        return $"{path}({line + 1}): error CRD001: the file is not what the types say: it has '{LineAt(foundLines, line)}' instead of "
            + $"'{LineAt(wantedLines, line)}'. {Remedy}";
    }

    private static string LineAt(string[] lines, int index) => index < lines.Length ? lines[index].Trim() : "";

    private static bool FitsStore(string name, int size, TextWriter errors)
    {
        var bytes = size.ToString("N0", CultureInfo.InvariantCulture);
        if (size >= StoreLimit)
        {
            errors.WriteLine($"{name}: error CRD002: {bytes} bytes of JSON are too large for the API server's store.");
            return false;
        }

        if (size >= ApplyLimit)
        {
            errors.WriteLine(
                $"{name}: warning CRD003: {bytes} bytes of JSON are too large for client-side apply; use kubectl apply --server-side.");
        }

        return true;
    }

    private static IEnumerable<(string Name, string Text, int Size)> Render(string assembly)
    {
        foreach (var json in AssemblyDefinitions.Read(assembly))
        {
            using var document = JsonDocument.Parse(json);
            var spec = document.RootElement.GetProperty("spec");
            var name = $"{spec.GetProperty("group").GetString()}_{spec.GetProperty("names").GetProperty("plural").GetString()}.yaml";
            yield return (name, YamlPrinter.Print(document.RootElement), json.Length);
        }
    }
}
