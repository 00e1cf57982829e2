using System.Globalization;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Pipeline;

/// <summary>Equal types give equal output, on every machine.</summary>
public class DeterminismTests
{
    private const string Parts = "namespace Demo; public class Insight { [Kube.Default(\"1.5\")] public double? IDLE { get; set; } public double Share { get; set; } = -2.25; }";

    private static readonly string s_kind = TestKind.WithSpec(
        "public Insight? INSIDE { get; set; } [Range(-0.5, 1.5)] public double? Ratio { get; set; }");

    [Fact]
    public void CultureMakesNoDifference()
    {
        var invariant = Generation.Of(s_kind, Parts).Files;
        var before = CultureInfo.CurrentCulture;
        try
        {
            // The repository runs without culture data, so a culture is made up: decimal comma, another minus sign.
            CultureInfo.CurrentCulture = new("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "minus" } };
            Assert.Equal(invariant, Generation.Of(s_kind, Parts).Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void OrderOfFilesMakesNoDifference() =>
        Assert.Equal(Generation.Of(s_kind, Parts).ManifestText(), Generation.Of(Parts, s_kind).ManifestText());

    [Fact]
    public void OrderOfVersionsMakesNoDifference() => Assert.Equal(
        Generation.Of(s_kind, Parts, Schema.DefinitionTests.SecondVersion).ManifestText(),
        Generation.Of(Schema.DefinitionTests.SecondVersion, s_kind, Parts).ManifestText());

    [Fact]
    public void LineEndsMakeNoDifference() => Assert.Equal(
        Generation.Of(s_kind, Parts).Files,
        Generation.Of(s_kind.ReplaceLineEndings("\r\n"), Parts).Files);

    [Fact]
    public void LineEndsOfCommentsMakeNoDifference()
    {
        var documented = TestKind.WithSpec("/// <summary>\n/// One\n/// two.\n/// TODO: three\n/// </summary>\npublic string? A { get; set; }").ReplaceLineEndings("\n");
        Assert.Equal(Generation.Of(documented).Files, Generation.Of(documented.ReplaceLineEndings("\r\n")).Files);
        Assert.Contains("One two.\\\"", Generation.Of(documented).Files["Demo.Example.CustomResourceDefinition.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void PathsMakeNoDifference()
    {
        var compilation = Generation.Compile(s_kind, Parts);
        var moved = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(
            compilation.SyntaxTrees.Select(t => t.WithFilePath("C:\\Users\\x y\\source\\" + t.FilePath)));
        Assert.Equal(TextsOf(compilation), TextsOf(moved));

        static IEnumerable<string> TextsOf(Microsoft.CodeAnalysis.Compilation all) => Generation.Driver()
            .RunGenerators(all, TestContext.Current.CancellationToken).GetRunResult().GeneratedTrees.Select(t => t.ToString());
    }

    /// <summary>
    /// Lower case depends on the culture in Turkish, where I has no dot. This machine may have no data of any culture, so what could depend on
    /// it is looked for in the code.
    /// </summary>
    [Fact]
    public void NothingIsLoweredOrRaisedByTheCultureOfTheMachine()
    {
        var folder = Path.GetDirectoryName(SourcePath())!;
        var sources = Directory.EnumerateFiles(Path.Combine(folder, "../../../generators"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();
        Assert.True(sources.Count > 100);
        Assert.All(sources, f => Assert.DoesNotMatch(@"\.To(Lower|Upper)\(\)|char\.To(Lower|Upper)\(|CurrentCulture", File.ReadAllText(f)));

        static string SourcePath([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
    }
}
