using CsCheck;
using Kube.Generators.Json;
using Kube.Generators.Yaml;

namespace Kube.Generators.Tests.Yaml;

/// <summary>What the printer writes is read back, and so is the same style by other hands.</summary>
public class YamlReaderTests
{
    private static readonly Gen<string> s_text = Gen.OneOf(
        Piece(
            " ", "  ", "\n", "\t", ": ", " #", "-", "'", "\"", "\\", "|", "y", "1", "\u00e9", "\ud83d\ude00", "\u2028", "\r", "---", "~", "{}", "[]"),
        Gen.String[Gen.Char['a', 'f'], 1, 12]).Array[0, 40].Select(string.Concat);

    private static readonly Gen<JsonValue> s_value = Gen.Recursive<JsonValue>((depth, value) => depth > 3
        ? s_text.Select(JsonValue.Of)
        : Gen.OneOf(
            s_text.Select(JsonValue.Of),
            Gen.Long.Select(JsonValue.Of),
            Gen.Bool.Select(JsonValue.Of),
            Gen.Const((JsonValue)new JsonNull()),
            value.Array[0, 4].Select(items => (JsonValue)new JsonArray(new(items))),
            Gen.Select(s_text, value).Array[0, 4].Select(m => (JsonValue)JsonObject.Of(m.Select(p => new JsonMember(p.Item1, p.Item2))))));

    private static Gen<string> Piece(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);

    [Fact]
    public void WhatThePrinterWritesIsReadBack() => Gen.Select(s_text, s_value).Sample(
        (key, value) =>
        {
            JsonValue document = JsonObject.Of((key, value), ("z", JsonValue.Of(1)));
            Assert.Equal(document, YamlReader.Read(YamlPrinter.Print(document)));
        },
        iter: 5000);

    [Fact]
    public void OtherToolsWriteTheSameStyle() => Assert.Equal(
        JsonReader.Read("""{"a":{"list":[{"k":"v","n":1},"x y",[1,2]],"text":"one two three","quoted":"it's: one","empty":null},"b":["indented"],"c":"a\nb\n"}"""),
        YamlReader.Read("""
            # A comment.
            ---
            a:
              list:
              - k: v
                n: 1
              - x
                y
              - - 1
                - 2
              text: one two
                three
              quoted: 'it''s:
                one'
              empty:

            b:
                - indented
            c: |
              a
              b
            """));

    [Fact]
    public void BackslashJoinsLines() => Assert.Equal(
        JsonReader.Read("""{"a":"one two"}"""), YamlReader.Read("a: \"one\\\n  \\ two\"\n"));

    [Theory]
    [InlineData("", "line 1: there is no document")]
    [InlineData("a: 1\na: 2\n", "line 2: 'a' is there twice")]
    [InlineData("a: *b\n", "line 1: '*' is beyond the YAML that the build writes")]
    [InlineData("a: {b: 1}\n", "line 1: '{' is beyond the YAML that the build writes")]
    [InlineData("a: 'b\n", "line 2: a quoted text has no end")]
    [InlineData("a: \"\\q\"\n", "line 1: an escape is not known")]
    [InlineData("a: 1\n- b\n", "line 2: this belongs to no block")]
    public void WhatIsBeyondTheSubsetIsRefusedWithItsLine(string text, string message) =>
        Assert.StartsWith(message[..8], Assert.Throws<FormatException>(() => YamlReader.Read(text)).Message, StringComparison.Ordinal);
}
