using CsCheck;
using Kube.Generators.Json;
using Kube.Generators.Yaml;
using YamlDotNet.RepresentationModel;
using Nodes = System.Text.Json.Nodes;

namespace Kube.Generators.Tests.Yaml;

/// <summary>The style of Kubernetes' tools, and no text ever changed by printing and reading.</summary>
public class YamlPrinterTests
{
    [Fact]
    public void BlocksAreInTheStyleOfKubernetes() => Assert.Equal(
        """
        ---
        a:
          b: 1
          c: []
          d: {}
        list:
        - x: true
          "y": null
        - - nested
          - 1.5
        text: plain

        """,
        Print("""{"list":[{"y":null,"x":true},["nested",1.5]],"a":{"d":{},"c":[],"b":1},"text":"plain"}"""));

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain", "plain")]
    [InlineData("true", "\"true\"")]
    [InlineData("True", "\"True\"")]
    [InlineData("no", "\"no\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("1", "\"1\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("1:30", "\"1:30\"")]
    [InlineData("2026-01-31", "\"2026-01-31\"")]
    [InlineData("2026-01-31T00:00:00Z", "\"2026-01-31T00:00:00Z\"")]
    [InlineData("v1", "v1")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("it's: b", "'it''s: b'")]
    [InlineData("a:b", "a:b")]
    [InlineData("a #b", "'a #b'")]
    [InlineData("a#b", "a#b")]
    [InlineData("a:", "'a:'")]
    [InlineData("- a", "'- a'")]
    [InlineData("-a", "-a")]
    [InlineData("*a", "'*a'")]
    [InlineData("[a]", "'[a]'")]
    [InlineData("@a", "'@a'")]
    [InlineData(" a", "' a'")]
    [InlineData("a ", "'a '")]
    [InlineData("---", "'---'")]
    [InlineData("a\tb", "\"a\\tb\"")]
    [InlineData("a\u0085b", "\"a\\Nb\"")]
    [InlineData("a\u2028b", "\"a\\Lb\"")]
    [InlineData("gr\u00fcn", "gr\u00fcn")]
    [InlineData("\ud83d\ude00", "\"\\U0001F600\"")]
    [InlineData("^(\\+|-)?$", "^(\\+|-)?$")]
    [InlineData("a\nb", "|-\n  a\n  b")]
    [InlineData("a\n\nb\n", "|\n  a\n\n  b")]
    [InlineData("a\n\n", "|+\n  a\n")]
    [InlineData(" a\nb", "|2-\n   a\n  b")]
    [InlineData("a \nb", "\"a \\nb\"")]
    public void TextIsWrittenAs(string text, string yaml)
    {
        Assert.Equal($"---\nk: {yaml}\n", Print(new Nodes.JsonObject { ["k"] = text }.ToJsonString()));
        Assert.Equal(text, ReadBack(text));
    }

    [Fact]
    public void LongTextIsFoldedAtTheFirstBlankBeyondColumn80()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 40));
        var lines = Print(new Nodes.JsonObject { ["k"] = text }.ToJsonString()).Split('\n');
        Assert.Equal("k: " + string.Join(' ', Enumerable.Repeat("word", 16)), lines[1]);
        Assert.All(lines[2..^1], l => Assert.StartsWith("  word", l, StringComparison.Ordinal));
        Assert.Equal(text, ReadBack(text));
    }

    [Fact]
    public void AnyTextSurvives()
    {
        string[] troublesome =
            [" ", "  ", "\n", "\t", ": ", " #", "-", "'", "\"", "\\", "|", "y", "1", "\u00e9", "\ud83d\ude00", "\u2028", "\r", "---", "~"];
        var piece = Gen.OneOf(Gen.Int[0, troublesome.Length - 1].Select(i => troublesome[i]), Gen.String[Gen.Char['a', 'f'], 1, 12]);
        piece.Array[0, 60].Select(string.Concat).Sample(text => Assert.Equal(text, ReadBack(text)), iter: 3000);
    }

    private static string Print(string json) => YamlPrinter.Print(JsonReader.Read(json)!);

    private static string? ReadBack(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Print(new Nodes.JsonObject { ["outer"] = new Nodes.JsonObject { ["k"] = text, ["z"] = 1 } }.ToJsonString())));
        var outer = (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode)["outer"];
        Assert.Equal("1", ((YamlScalarNode)outer["z"]).Value);
        return ((YamlScalarNode)outer["k"]).Value;
    }
}
