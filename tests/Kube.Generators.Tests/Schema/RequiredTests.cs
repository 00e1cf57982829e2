using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>C# says which properties must be set: by a question mark or none, by initialisers, by <c>required</c> and <c>[Required]</c>.</summary>
public class RequiredTests
{
    private const string Types = """
        public class Part { public int? Size { get; set; } }
        public class Box<T> { public T Content { get; set; } = default!; }
        public class Crate<T> { public T? Content { get; set; } }
        """;

    [Theory]
    [InlineData("public string A { get; set; }", true)]
    [InlineData("public string? A { get; set; }", false)]
    [InlineData("public string A { get; set; } = null!;", true)]
    [InlineData("public string A { get; set; } = default!;", true)]
    [InlineData("public string A { get; set; } = (default(string))!;", true)]
    [InlineData("public string? A { get; set; } = null;", false)]
    [InlineData("public string A { get; set; } = \"\";", false)]
    [InlineData("public string A { get; init; }", true)]
    [InlineData("public IList<string> A { get; set; }", true)]
    [InlineData("public IList<string?> A { get; set; }", true)]
    [InlineData("public IList<string> A { get; set; } = [];", false)]
    [InlineData("public Part A { get; set; }", true)]
    [InlineData("public Part? A { get; set; }", false)]
    [InlineData("public object A { get; set; }", true)]
    [InlineData("public JsonElement A { get; set; }", true)]
    [InlineData("public JsonElement? A { get; set; }", false)]
    [InlineData("public ResourceQuantity A { get; set; }", true)]
    [InlineData("public byte[] A { get; set; }", true)]
    [InlineData("public V1PodTemplateSpec A { get; set; }", true)]
    [InlineData("[Required] public string? A { get; set; }", true)]
    [InlineData("[Required] public string A { get; set; } = \"x\";", true)]
    [InlineData("public required string? A { get; set; }", true)]
    [InlineData("public required string A { get; set; } = \"x\";", true)]
    [InlineData("[JsonRequired] public string? A { get; set; }", true)]
    [InlineData("public int A { get; set; } = default;", false)]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int A { get; set; }", false)]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool A { get; set; }", false)]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int A { get; set; }", true)]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string A { get; set; }", true)]
    public void FollowsCSharp(string member, bool isRequired) =>
        Assert.Equal(isRequired ? ["a"] : [], Generation.Spec(member, Types)["required"].Texts());

    [Theory]
    [InlineData("Box<string>", true)]
    [InlineData("Box<string?>", false)]
    [InlineData("Box<int>", true)]
    [InlineData("Box<int?>", false)]
    [InlineData("Crate<string>", false)]
    [InlineData("Crate<int>", false)]
    public void QuestionMarksOfTypeArgumentsCount(string type, bool isRequired) =>
        Assert.Equal(isRequired ? ["content"] : [], Generation.Property($"public {type}? Value {{ get; set; }}", Types)["required"].Texts());

    [Fact]
    public void TypeArgumentsThatDifferInAQuestionMarkAreTwoTypes()
    {
        var spec = Generation.Spec("public Box<string>? A { get; set; } public Box<string?>? B { get; set; }", Types);
        Assert.Equal(["content"], spec["properties"]!["a"]!["required"].Texts());
        Assert.Null(spec["properties"]!["b"]!["required"]);
    }

    [Fact]
    public void PositionalRecordsSayItInTheirParameters()
    {
        var part = Generation.Property(
            "public Piece? Value { get; set; }", "public record Piece(string Name, string? Alias, int Count, int Size = 3, string Mode = \"fast\");");
        Assert.Equal(["count", "name"], part["required"].Texts());
        JsonAssert.Equal("3", part["properties"]!["size"]!["default"]);
        JsonAssert.Equal("\"fast\"", part["properties"]!["mode"]!["default"]);
    }

    [Fact]
    public void KindItselfRequiresWhatCSharpRequires()
    {
        var source = TestKind.WithSpec("")
            .Replace("public ExampleSpec? Spec { get; set; }", "public ExampleSpec Spec { get; set; } = null!;", StringComparison.Ordinal);
        Assert.Equal(["spec"], Generation.Of(source).RootSchema()["required"].Texts());
    }

    /// <summary>The server drops a status at creation, and always delivers the rest.</summary>
    [Fact]
    public void IdentityAndStatusAreNeverRequiredAndHaveNoDefault()
    {
        var source = TestKind.WithSpec("", "public class ExampleStatus { public required string State { get; set; } }", kindMembers: "public ExampleStatus Status { get; set; } = new();")
            .Replace("Metadata { get; set; } = new();", "Metadata { get; set; } = null!;", StringComparison.Ordinal)
            .Replace("ApiVersion { get; set; } = \"example.com/v1\"", "ApiVersion { get; set; } = string.Concat(\"example.com/\", \"v1\")", StringComparison.Ordinal);
        var root = Generation.Of(source).RootSchema();
        Assert.Null(root["required"]);
        Assert.All(root["properties"]!.AsObject(), p => Assert.Null(p.Value!["default"]));
    }

    [Fact]
    public void AnEmbeddedKindKeepsItsIdentityToItself()
    {
        var inner = Generation.Spec("public Inner? Value { get; set; }", """
            public sealed class Inner : IKubernetesObject<V1ObjectMeta>
            {
                public string ApiVersion { get; set; } = "example.com/v1";
                public string Kind { get; set; } = "Inner";
                public V1ObjectMeta Metadata { get; set; } = new();
                public int Size { get; set; } = 2;
            }
            """)["properties"]!["value"]!;
        Assert.Null(inner["properties"]!["kind"]!["default"]);
        JsonAssert.Equal("2", inner["properties"]!["size"]!["default"]);
    }

    [Fact]
    public void CodeWithoutAnnotationsHasOptionalReferences()
    {
        var generation = Generation.Of(TestKind.WithSpec(
            "public Old? Value { get; set; }",
            """
            #nullable disable
            public class Old { public string A { get; set; } public int B { get; set; } [Required] public string C { get; set; } public Older D { get; set; } }
            public class Older { public string E { get; set; } }
            #nullable restore
            """));
        var diagnostic = Assert.Single(generation.Result.Diagnostics);
        Assert.Equal("KCR026", diagnostic.Id);
        Assert.Contains("'Old' is compiled without nullable annotations, so 'A'", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var manifest = System.Text.Json.Nodes.JsonNode.Parse(generation.ManifestText())!;
        var old = manifest["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!["properties"]!["value"]!;
        Assert.Equal(["b", "c"], old["required"].Texts());
        Assert.Null(old["properties"]!["d"]!["required"]);
    }
}
