using Kube.Generators.Json;
using Kube.Generators.Schema;

namespace Kube.Generators.Yaml;

/// <summary>The file of one CustomResourceDefinition: its name, its text, and where another text differs.</summary>
internal static class DefinitionText
{
    /// <summary>Name of the file, as controller-gen names it: <c>group_plural.yaml</c>.</summary>
    public static string NameOf(JsonObject manifest)
    {
        var spec = manifest.Object("spec");
        return $"{spec.Text("group")}_{spec.Object("names").Text("plural")}.yaml";
    }

    /// <summary>The whole text, with line feeds.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="header">Lines above the document, comments usually; null or empty for none.</param>
    public static string Render(JsonObject manifest, string? header)
    {
        var lines = Fold(header ?? "").TrimEnd('\n');
        return (lines.Length == 0 ? "" : lines + "\n") + YamlPrinter.Print(manifest);
    }

    /// <summary>A text as a checkout on any system has it: with line feeds.</summary>
    public static string Fold(string text) => text.Replace("\r\n", "\n");

    /// <summary>Where two texts differ first; null when they are equal, line ends aside.</summary>
    public static TextDifference? Compare(string found, string wanted)
    {
        var folded = Fold(found);
        if (folded == wanted)
        {
            return null;
        }

        var (foundLines, wantedLines) = (folded.Split('\n'), wanted.Split('\n'));
        var line = 0;
        while (line < foundLines.Length && line < wantedLines.Length && foundLines[line] == wantedLines[line])
        {
            line++;
        }

        return new(line, LineAt(foundLines, line), LineAt(wantedLines, line));
    }

    private static string LineAt(string[] lines, int index) => index < lines.Length ? lines[index].Trim() : "";
}

/// <summary>The first line in which a file differs from what it should be.</summary>
/// <param name="Line">Line, from 0.</param>
/// <param name="Found">What the file has there.</param>
/// <param name="Wanted">What it should have.</param>
internal sealed record TextDifference(int Line, string Found, string Wanted);
