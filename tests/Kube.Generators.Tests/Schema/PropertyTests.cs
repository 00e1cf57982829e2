using Kube.Generators.Parsing;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>Which properties a schema has, their names, whether they are required, their documentation.</summary>
public class PropertyTests
{
    [Theory]
    [InlineData("public string? A { get; set; }", false)]
    [InlineData("public string A { get; set; } = \"\";", false)]
    [InlineData("public int? A { get; set; }", false)]
    [InlineData("public int A { get; set; } = 1;", false)]
    [InlineData("public int A { get; set; }", true)]
    [InlineData("[Required] public string? A { get; set; }", true)]
    [InlineData("public required string A { get; set; }", true)]
    public void IsRequiredWhenItSaysSo(string member, bool isRequired) =>
        Assert.Equal(isRequired ? ["a"] : [], Generation.Spec(member)["required"].Texts());

    [Theory]
    [InlineData("URL", "url")]
    [InlineData("HTTPGet", "httpGet")]
    [InlineData("IPs", "iPs")]
    [InlineData("PodIp", "podIp")]
    [InlineData("X", "x")]
    [InlineData("already", "already")]
    [InlineData("IP", "ip")]
    [InlineData("Ö", "ö")]
    [InlineData("ID2Name", "iD2Name")]
    public void NameIsThatOfSystemTextJson(string name, string expected)
    {
        Assert.Equal(expected, JsonNames.CamelCase(name));
        Assert.Equal(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name), JsonNames.CamelCase(name));
    }

    [Theory]
    [InlineData("[JsonPropertyName(\"pod-IP\")] public string? PodIp { get; set; }", "pod-IP")]
    [InlineData("public string? @namespace { get; set; }", "namespace")]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? A { get; set; }", "a")]
    [InlineData("public string? A { get; init; }", "a")]
    public void IsWritten(string member, string name) =>
        Assert.Equal([name], Generation.Spec(member)["properties"]!.AsObject().Select(p => p.Key));

    [Theory]
    [InlineData("[JsonIgnore] public string? A { get; set; }")]
    [InlineData("public static string? A { get; set; }")]
    [InlineData("internal string? A { get; set; }")]
    [InlineData("public string this[int i] { get => \"\"; set { } }")]
    public void IsLeftOut(string member) => Assert.Null(Generation.Spec(member)["properties"]);

    [Fact]
    public void InheritedPropertiesAreFlattenedAndOverridesCountOnce()
    {
        var schema = Generation.Property(
            "public Derived? Value { get; set; }",
            """
            public abstract class Base { public string? A { get; set; } public virtual int? B { get; set; } }
            public class Derived : Base { [Minimum(1)] public override int? B { get; set; } public bool? C { get; set; } }
            """);
        Assert.Equal(["a", "b", "c"], schema["properties"]!.AsObject().Select(p => p.Key));
        Assert.Equal(1, schema["properties"]!["b"]!["minimum"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(
        "/// <summary>The <see cref=\"Demo.Example\"/> of  <c>x</c>,\n/// that is  &lt;y&gt;.</summary>",
        "The Example of x, that is <y>.")]
    [InlineData("/// <summary>A.</summary>\n/// <remarks><para>B.</para><para>C.</para></remarks>", "A. B. C.")]
    [InlineData("/// <summary>Broken <b.</summary>", null)]
    [InlineData("// No documentation.", null)]
    public void DescriptionIsTheDocumentationOnOneLine(string comment, string? expected) => Assert.Equal(
        expected, Generation.Property($"{comment}\npublic string? A {{ get; set; }}")["description"]?.GetValue<string>());

    [Fact]
    public void PositionalPropertyIsDescribedByItsParameter() => Assert.Equal(
        "How far.",
        Generation.Property(
            "public Point? At { get; set; }",
            "/// <summary>A point.</summary>\n/// <param name=\"X\">How far.</param>\npublic record Point(int? X);")
            ["properties"]!["x"]!["description"]!.GetValue<string>());

    [Fact]
    public void DocumentationOfAPropertyWinsOverThatOfItsType()
    {
        var schema = Generation.Spec(
            "/// <summary>Own.</summary>\npublic Part? A { get; set; }\npublic Part? B { get; set; }",
            "/// <summary>Of the type.</summary>\npublic class Part { public int? X { get; set; } }");
        Assert.Equal("Own.", schema["properties"]!["a"]!["description"]!.GetValue<string>());
        Assert.Equal("Of the type.", schema["properties"]!["b"]!["description"]!.GetValue<string>());
    }
}
