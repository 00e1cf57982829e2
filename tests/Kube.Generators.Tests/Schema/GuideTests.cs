using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kube.Generators.Json;
using Kube.Generators.Tests.Support;
using Kube.Generators.Yaml;

namespace Kube.Generators.Tests.Schema;

/// <summary>The guide shows what the generator makes: each example in C# with the part of its definition that stands under it.</summary>
public partial class GuideTests
{
    public static TheoryData<string, string> Examples => [.. Example().Matches(Guide()).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    [Fact]
    public void ThereAreExamples() => Assert.True(Examples.Count >= 5);

    [Theory]
    [MemberData(nameof(Examples))]
    public void ExampleMakesWhatStandsUnderIt(string code, string yaml)
    {
        var isKind = code.StartsWith("[KubernetesEntity(", StringComparison.Ordinal);
        var generation = Generation.Of(isKind
            ? $"{TestKind.Usings}\nnamespace Demo;\n{code}\n{TestKind.JsonContext("WidgetJson", "Widget")}"
            : TestKind.WithSpec(code));
        Assert.Empty(generation.Result.Diagnostics);
        var definition = YamlPrinter.Print(JsonReader.Read(generation.ManifestText(isKind ? "Demo.Widget" : "Demo.Example"))!).Split('\n');
        var wanted = yaml.Split('\n');
        Assert.True(
            Enumerable.Range(0, definition.Length).Any(start => IsAt(wanted, definition, start)),
            $"{yaml}\n\nis not part of\n\n{string.Join('\n', definition)}");
    }

    /// <summary>Whether lines stand in a text from a line on, all of them further right by the same number of blanks.</summary>
    private static bool IsAt(string[] lines, string[] text, int start)
    {
        var indent = text[start].Length - lines[0].Length;
        return indent >= 0 && start + lines.Length <= text.Length
            && lines.Select((l, i) => new string(' ', indent) + l == text[start + i]).All(same => same);
    }

    private static string Guide([CallerFilePath] string path = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "../../../docs/custom-resources.md")).ReplaceLineEndings("\n");

    [GeneratedRegex("```csharp\n(.*?)\n```\n\n```yaml\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
