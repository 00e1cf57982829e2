using System.Globalization;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Pipeline;

/// <summary>Equal types give equal output, on every machine.</summary>
public class DeterminismTests
{
    private const string Parts = "namespace Demo; public class Insight { [Kube.Default(\"1.5\")] public double? IDLE { get; set; } }";

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
}
