using System.Text.Json.Nodes;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>What a property begins with in C# is what the server fills in.</summary>
public class InitialiserTests
{
    private const string Types = """
        [JsonConverter(typeof(JsonStringEnumConverter<Colour>))]
        public enum Colour { Red, [JsonStringEnumMemberName("dark-blue")] DarkBlue }
        public static class Texts { public const string Name = "na" + "me"; public const long Large = 1L << 40; }
        public class Part
        {
            public string? Name { get; set; }
            public int Size { get; set; } = 7;
            [JsonPropertyName("part-colour")] public Colour? Colour { get; set; }
            public IList<string>? Tags { get; set; }
            [JsonIgnore] public string? Secret { get; set; }
        }
        public record Piece(string Name, int Size = 3);
        """;

    public static TheoryData<string, string, string> Scalars => new()
    {
        { "string", "\"plain\"", "\"plain\"" },
        { "string", "\"\"", "\"\"" },
        { "string", "\"say \\\"hi\\\"\\n\\tä\\u2028\\U0001F600\\\\\"", "\"say \\\"hi\\\"\\n\\tä\\u2028\\ud83d\\ude00\\\\\"" },
        { "string", "@\"C:\\x\"", "\"C:\\\\x\"" },
        { "string", "Texts.Name", "\"name\"" },
        { "string", "$\"{Texts.Name}-1\"", "\"name-1\"" },
        { "string", "nameof(Part)", "\"Part\"" },
        { "string", "string.Empty", "\"\"" },
        { "string?", "\"x\"", "\"x\"" },
        { "string", "(\"x\")!", "\"x\"" },
        { "int", "-1", "-1" },
        { "int", "0", "0" },
        { "int", "default", "0" },
        { "int?", "5", "5" },
        { "int", "int.MaxValue", "2147483647" },
        { "int", "2 * (3 + 4)", "14" },
        { "int", "'a'", "97" },
        { "long", "long.MaxValue", "9223372036854775807" },
        { "long", "long.MinValue", "-9223372036854775808" },
        { "long", "Texts.Large", "1099511627776" },
        { "bool", "true", "true" },
        { "bool", "false", "false" },
        { "bool?", "!true", "false" },
        { "double", "1", "1" },
        { "double", "-0.5", "-0.5" },
        { "double", "0.1f", "0.10000000149011612" },
        { "float", "0.1f", "0.1" },
        { "double", "1e300", "1E+300" },
        { "decimal", "1.50m", "1.50" },
        { "Colour", "Colour.DarkBlue", "\"dark-blue\"" },
        { "Colour?", "Colour.Red", "\"Red\"" },
        { "Colour", "(Colour)1", "\"dark-blue\"" },
        { "Colour", "default", "\"Red\"" },
        { "ResourceQuantity", "\"1Gi\"", "\"1Gi\"" },
        { "ResourceQuantity?", "new(\"0.5\")", "\"0.5\"" },
        { "ResourceQuantity", "new ResourceQuantity(\"100m\")", "\"100m\"" },
        { "ResourceQuantity", "2m", "\"2\"" },
        { "IntOrString", "\"25%\"", "\"25%\"" },
        { "IntOrString", "8080", "8080" },
        { "IntOrString", "\"8080\"", "8080" },
        { "Uri", "new(\"https://example.com/a\")", "\"https://example.com/a\"" },
        { "Guid", "Guid.Empty", "\"00000000-0000-0000-0000-000000000000\"" },
        { "object", "1", "1" },
        { "JsonNode", "\"x\"", "\"x\"" },
    };

    public static TheoryData<string, string, string> Collections => new()
    {
        { "IList<string>", "[]", "[]" },
        { "IList<string>", "[\"a\", Texts.Name]", "[\"a\",\"name\"]" },
        { "List<string>", "new()", "[]" },
        { "IList<string>", "new List<string>()", "[]" },
        { "IList<string>", "new List<string>(4) { \"a\" }", "[\"a\"]" },
        { "IList<string>", "new string[] { \"a\" }", "[\"a\"]" },
        { "IReadOnlyList<int>", "new[] { 1, 2 }", "[1,2]" },
        { "string[]", "{ \"a\" }", "[\"a\"]" },
        { "string[]", "Array.Empty<string>()", "[]" },
        { "IEnumerable<string>", "System.Linq.Enumerable.Empty<string>()", "[]" },
        { "System.Collections.Immutable.ImmutableArray<int>", "System.Collections.Immutable.ImmutableArray<int>.Empty", "[]" },
        { "ISet<string>", "new HashSet<string>(StringComparer.Ordinal) { \"a\", \"b\" }", "[\"a\",\"b\"]" },
        { "IList<IList<int>>", "[[1], [], [2, 3]]", "[[1],[],[2,3]]" },
        { "IList<Colour>", "[Colour.DarkBlue]", "[\"dark-blue\"]" },
        { "IList<IntOrString>", "[1, \"a\"]", "[1,\"a\"]" },
        { "byte[]", "[]", "\"\"" },
        { "byte[]", "[1, 2, 255]", "\"AQL/\"" },
        { "IDictionary<string, string>", "new Dictionary<string, string>()", "{}" },
        { "Dictionary<string, int>", "new(StringComparer.Ordinal) { [\"a\"] = 1, [\"b\"] = 2 }", "{\"a\":1,\"b\":2}" },
        { "IDictionary<string, ResourceQuantity>", "new Dictionary<string, ResourceQuantity> { { \"cpu\", \"1\" } }", "{\"cpu\":\"1\"}" },
        { "IReadOnlyDictionary<string, string>", "System.Collections.Immutable.ImmutableDictionary<string, string>.Empty", "{}" },
        { "JsonObject", "new()", "{}" },
        { "JsonNode", "new JsonArray()", "[]" },
    };

    public static TheoryData<string, string, string> Objects => new()
    {
        { "Part", "new()", "{}" },
        { "Part?", "new Part()", "{}" },
        { "Part", "new() { Name = \"a\", Size = 1, Colour = Colour.DarkBlue }", "{\"name\":\"a\",\"size\":1,\"part-colour\":\"dark-blue\"}" },
        { "Part", "new() { Name = null, Secret = Guid.NewGuid().ToString(), Tags = [\"x\"] }", "{\"tags\":[\"x\"]}" },
        { "Piece", "new(\"a\")", "{\"name\":\"a\"}" },
        { "Piece", "new(Size: 4, Name: \"a\")", "{\"name\":\"a\",\"size\":4}" },
        { "IList<Piece>", "[new(\"a\", 1), new(\"b\")]", "[{\"name\":\"a\",\"size\":1},{\"name\":\"b\"}]" },
        { "IDictionary<string, Part>", "new Dictionary<string, Part> { [\"a\"] = new() { Size = 1 } }", "{\"a\":{\"size\":1}}" },
        { "V1ResourceRequirements", "new()", "{}" },
        { "V1LocalObjectReference", "new() { Name = \"secret\" }", "{\"name\":\"secret\"}" },
        {
            "V1ResourceRequirements", "new() { Limits = new Dictionary<string, ResourceQuantity> { [\"cpu\"] = \"500m\" } }",
            "{\"limits\":{\"cpu\":\"500m\"}}"
        },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    [MemberData(nameof(Collections))]
    [MemberData(nameof(Objects))]
    public void BecomesTheDefault(string type, string initialiser, string json)
    {
        var member = $"public {type} Value {{ get; set; }} = {initialiser};";
        var compilation = Generation.Compile(TestKind.WithSpec(member, Types));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        var spec = Generation.Spec(member, Types);
        JsonAssert.Equal(json, spec["properties"]!["value"]!["default"]);
        Assert.Null(spec["required"]);
    }

    [Fact]
    public void DefaultOfAConstructorParameterCounts()
    {
        var part = Generation.Property("public Shape? Value { get; set; }", """
            public class Shape(int size = 3, string mode = Shape.Fast, string? name = null)
            {
                private const string Fast = "fast";
                public int Size { get; set; } = size;
                public string Mode { get; init; } = mode;
                public string? Name { get; set; } = name;
            }
            """);
        JsonAssert.Equal("3", part["properties"]!["size"]!["default"]);
        JsonAssert.Equal("\"fast\"", part["properties"]!["mode"]!["default"]);
        Assert.Null(part["properties"]!["name"]!["default"]);
        Assert.Null(part["required"]);
    }

    [Fact]
    public void ParameterOfTheConstructorThatJsonUsesCounts()
    {
        var part = Generation.Property("public Shape? Value { get; set; }", """
            public class Shape
            {
                public Shape() : this(1) { }
                [JsonConstructor] public Shape(int size, string mode = "fast") => (Size, Mode) = (size, mode);
                public int Size { get; set; }
                public string Mode { get; set; }
            }
            """);
        JsonAssert.Equal("\"fast\"", part["properties"]!["mode"]!["default"]);
        Assert.Equal(["size"], part["required"].Texts());
    }

    [Fact]
    public void ParameterWithoutDefaultIsRequired() => Assert.Equal(
        ["name"],
        Generation.Property(
            "public Shape? Value { get; set; }", "public class Shape(string name) { public string Name { get; set; } = name; }")["required"].Texts());

    [Fact]
    public void RequiredAndInitialisedIsBoth()
    {
        var spec = Generation.Spec("[Required] public int MinReplicas { get; set; } = 0;");
        Assert.Equal(["minReplicas"], spec["required"].Texts());
        JsonAssert.Equal("0", spec["properties"]!["minReplicas"]!["default"]);
    }

    [Fact]
    public void AttributeWinsOverAnInitialiserThatOnlyRuns() => JsonAssert.Equal(
        "\"b\"", Generation.Property("[Default(\"\\\"b\\\"\")] public string Value { get; set; } = Environment.NewLine;")["default"]);

    [Fact]
    public void NewObjectWhoseInsideMustBeSetMakesThePropertyRequired()
    {
        var generation = Generation.Of(TestKind.WithSpec("public Part A { get; set; } = new();", "public class Part { public string Name { get; set; } = null!; }"));
        Assert.Equal(["KCR032"], generation.DiagnosticIds);
        var spec = JsonNode.Parse(generation.ManifestText())!["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!;
        Assert.Equal(["a"], spec["required"].Texts());
        Assert.Null(spec["properties"]!["a"]!["default"]);
    }

    [Fact]
    public void InitialisersOfBaseTypesAndOfOtherFilesCount()
    {
        var generation = Generation.Of(
            TestKind.WithSpec("public Derived? Value { get; set; }"),
            "namespace Demo; public class Base { public int Size { get; set; } = 4; public virtual string Mode { get; set; } = \"a\"; }",
            "namespace Demo; public class Derived : Base { public override string Mode { get; set; } = \"b\"; }");
        var properties = generation.RootSchema()["properties"]!["spec"]!["properties"]!["value"]!["properties"]!;
        JsonAssert.Equal("4", properties["size"]!["default"]);
        JsonAssert.Equal("\"b\"", properties["mode"]!["default"]);
    }

    [Fact]
    public void TypesOfOtherAssembliesShowTheirInitialisersToNobody()
    {
        // The compiler hands over metadata also for projects; only editors have their source at hand.
        var library = Generation.Compile("""
            namespace Library;
            public class Part { public int Size { get; set; } = 4; public string Name { get; set; } = ""; [Kube.Default("2")] public int? Count { get; set; } }
            """);
        var part = Generation.With(library.ToMetadataReference(), TestKind.WithSpec("public Library.Part? Value { get; set; }"))
            .RootSchema()["properties"]!["spec"]!["properties"]!["value"]!;
        Assert.Equal(["name", "size"], part["required"].Texts());
        Assert.Null(part["properties"]!["size"]!["default"]);
        JsonAssert.Equal("2", part["properties"]!["count"]!["default"]);
    }
}
