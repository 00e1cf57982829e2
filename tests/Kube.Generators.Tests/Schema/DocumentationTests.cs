using Kube.Generators.Json;
using Kube.Generators.Tests.Support;
using Kube.Generators.Yaml;
using Microsoft.CodeAnalysis;
using YamlDotNet.RepresentationModel;

namespace Kube.Generators.Tests.Schema;

/// <summary>What documentation comments become in a schema.</summary>
public class DocumentationTests
{
    private const string Types = """
        /// <summary>Something with a name.</summary>
        public interface INamed
        {
            /// <summary>What it is called.</summary>
            /// <remarks>Once and for all.</remarks>
            string? Name { get; set; }
        }

        /// <summary>What all have.</summary>
        public class Base : INamed
        {
            /// <inheritdoc/>
            public string? Name { get; set; }

            /// <summary>How large.</summary>
            public virtual int? Size { get; set; }

            /// <summary><inheritdoc cref="Endless"/></summary>
            public int? Endless { get; set; }
        }

        /// <inheritdoc/>
        public class Derived : Base
        {
            /// <inheritdoc/>
            public override int? Size { get; set; }

            /// <summary>Twice: <inheritdoc cref="Base.Size"/></summary>
            /// <inheritdoc cref="INamed.Name"/>
            public int? Other { get; set; }
        }
        """;

    [Theory]
    [InlineData("<summary>\n/// A.\n/// TODO: b\n/// C.\n/// ---\n/// internal</summary>\n/// <remarks>also</remarks>", "A. C.")]
    [InlineData("<summary>A.<para>TODO(me): b</para><para>C -- d --- e.</para></summary>", "A. C -- d --- e.")]
    [InlineData("<summary>A <c>b</c> <code>\n/// x = 1;\n/// </code> <paramref name=\"p\"/> <see langword=\"true\"/>.</summary>", "A b x = 1; p true.")]
    [InlineData("<summary>A <see href=\"https://a.b\">page</see>, <see href=\"https://c.d\"/>.</summary>", "A page (https://a.b), https://c.d.")]
    [InlineData("<summary>A:<list type=\"bullet\"><item>b</item><item><description>c</description></item></list>d</summary>", "A: - b - c d")]
    [InlineData("<summary>A:<list type=\"number\"><item>b</item><item><term>c</term><description>d</description></item></list></summary>", "A: 1. b 2. c: d")]
    [InlineData("<summary>A <see cref=\"ExampleSpec.Long\"/>, <see cref=\"Colour.DarkBlue\"/>, <see cref=\"List{T}\"/>, <see cref=\"string.Join(string, string[])\"/>.</summary>", "A long-name, dark-blue, List, Join.")]
    [InlineData("<summary>A &lt;b&gt; &amp; &#x1F600;&#x2028;&quot;c&quot;.</summary>", "A <b> & \U0001F600 \"c\".")]
    [InlineData("<summary></summary>", null)]
    [InlineData("<summary>---</summary>", null)]
    [InlineData("<value>A.</value>", null)]
    [InlineData("<inheritdoc cref=\"Missing\"/>", null)]
    public void CommentBecomesOneLine(string comment, string? expected) => Assert.Equal(
        expected,
        Generation.Spec(
            $"/// {comment}\npublic string? A {{ get; set; }} [JsonPropertyName(\"long-name\")] public int? Long {{ get; set; }}",
            "[JsonConverter(typeof(JsonStringEnumConverter<Colour>))] public enum Colour { [JsonStringEnumMemberName(\"dark-blue\")] DarkBlue }")
            ["properties"]!["a"]!["description"]?.GetValue<string>());

    [Fact]
    public void DocumentationIsInherited()
    {
        var schema = Generation.Property("public Derived? Value { get; set; }", Types);
        Assert.Equal("What all have.", (string?)schema["description"]);
        Assert.Equal("What it is called. Once and for all.", (string?)schema["properties"]!["name"]!["description"]);
        Assert.Equal("How large.", (string?)schema["properties"]!["size"]!["description"]);
        Assert.Equal("Twice: How large. Once and for all.", (string?)schema["properties"]!["other"]!["description"]);
        Assert.Null(schema["properties"]!["endless"]!["description"]);
    }

    [Theory]
    [InlineData("int?", "<example>3</example>", "3")]
    [InlineData("string?", "<example>3</example>", "\"3\"")]
    [InlineData("string?", "<example> <c>a b</c> </example>", "\"a b\"")]
    [InlineData("IList<int>?", "<example><code>[1, 2]</code></example>", "[1,2]")]
    [InlineData("int?", "<example>Write <c>3</c>.</example>", null)]
    [InlineData("int?", "<example>many</example>", null)]
    [InlineData("[Example(\"4\")] int?", "<example>3</example>", "4")]
    public void ExampleIsAValue(string type, string comment, string? json)
    {
        var parts = type.StartsWith('[') ? type.Split("] ") : [type];
        var attribute = parts.Length == 2 ? parts[0] + "] " : "";
        var example = Generation.Property($"/// <summary>A.</summary>\n/// {comment}\n{attribute}public {parts[^1]} A {{ get; set; }}")["example"];
        Assert.Equal(json, example?.ToJsonString());
    }

    [Fact]
    public void SeeAlsoIsFurtherDocumentation() => JsonAssert.Equal(
        """{"url":"https://example.com/a","description":"All of it"}""",
        Generation.Property("/// <seealso cref=\"string\"/>\n/// <seealso href=\"https://example.com/a\">All of\n/// it</seealso>\npublic string? A { get; set; }")["externalDocs"]);

    /// <summary>An editor may have the source of a referenced project, the build never has.</summary>
    [Fact]
    public void OtherAssembliesHaveNoDocumentation()
    {
        var library = Generation.Compile("namespace Library; /// <summary>A.</summary>\npublic class Part { /// <summary>B.</summary>\n public int? Size { get; set; } }");
        var part = Generation.With(library.ToMetadataReference(), TestKind.WithSpec("public Library.Part? Value { get; set; }"))
            .RootSchema()["properties"]!["spec"]!["properties"]!["value"]!;
        Assert.Null(part["description"]);
        Assert.Null(part["properties"]!["size"]!["description"]);
    }

    /// <summary>Texts that a careless printer of YAML, or of C#, would change.</summary>
    [Theory]
    [InlineData("true")]
    [InlineData("~")]
    [InlineData("0o17")]
    [InlineData("1_000.5")]
    [InlineData("2024-01-31T10:00:00Z")]
    [InlineData("12:30:45")]
    [InlineData("a: b #c")]
    [InlineData("*a")]
    [InlineData("!b")]
    [InlineData("%c @d")]
    [InlineData("- e")]
    [InlineData("? f")]
    [InlineData("\"g\" and 'h' and \\ and {0} and \"\"\"")]
    [InlineData("\U0001F600 ends")]
    public void NoTextIsChangedOnTheWay(string text)
    {
        foreach (var wanted in new[] { text, string.Join(' ', Enumerable.Repeat(text, 60)), new string('x', 65536) + text })
        {
            var comment = new System.Xml.Linq.XText(wanted).ToString();
            var generation = Generation.Of(TestKind.WithSpec($"/// <summary>{comment}</summary>\npublic string? A {{ get; set; }}"));
            Assert.Empty(generation.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
            Assert.Equal(wanted, (string?)generation.RootSchema()["properties"]!["spec"]!["properties"]!["a"]!["description"]);
            Assert.Equal(wanted, DescriptionIn(YamlPrinter.Print(JsonReader.Read(generation.ManifestText())!)));
        }
    }

    [Theory]
    [InlineData("", "One two. Three four! Five.")]
    [InlineData("0", null)]
    [InlineData("26", "One two. Three four! Five.")]
    [InlineData("25", "One two. Three four!")]
    [InlineData("20", "One two. Three four!")]
    [InlineData("19", "One two.")]
    [InlineData("8", "One two.")]
    [InlineData("7", "One")]
    [InlineData("6", "One")]
    [InlineData("2", "On")]
    public void DescriptionsAreCutAtASentence(string length, string? expected)
    {
        var source = TestKind.WithSpec("/// <summary>One two. Three four! Five.</summary>\npublic string? A { get; set; }");
        var result = FileRun.With(source, new() { ["CrdMaxDescriptionLength"] = length });
        Assert.Empty(result.Diagnostics);
        var text = result.GeneratedTrees.Single(t => t.FilePath.Contains("CustomResourceDefinition", StringComparison.Ordinal)).ToString();
        Assert.Equal(expected is not null, text.Contains("description", StringComparison.Ordinal));
        if (expected is not null)
        {
            Assert.Contains($"\\\"description\\\":\\\"{expected}\\\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void PairsOfCharactersStayTogether() =>
        Assert.Equal("a", Generators.Schema.Rules.DescriptionLength.Cut("a\U0001F600", 2));

    [Fact]
    public void LengthThatIsNoNumber() =>
        Assert.Equal(["KCR033"], FileRun.With(TestKind.WithSpec(""), new() { ["CrdMaxDescriptionLength"] = "-1" }).Diagnostics.Select(d => d.Id));

    private static string? DescriptionIn(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].AllNodes.OfType<YamlMappingNode>().Where(m => m.Children.ContainsKey("description"))
            .Select(m => ((YamlScalarNode)m["description"]).Value).FirstOrDefault();
    }
}
