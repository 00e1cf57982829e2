using System.Globalization;
using System.Text.Json.Nodes;
using Kube.Generators.Tests.Support;
using Kube.Generators.Tests.Wire;

namespace Kube.Generators.Tests.Types;

/// <summary>Interfaces, abstract types, and types that are one of several.</summary>
public class UnionTypesTests
{
    private const string Shapes = """
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
        [JsonDerivedType(typeof(Circle), "circle")]
        [JsonDerivedType(typeof(Square), "square")]
        [JsonDerivedType(typeof(Blob), "blob")]
        public abstract class Shape { public string? Name { get; set; } }
        public class Circle : Shape { public double Radius { get; set; } public int? Points { get; set; } }
        public class Square : Shape { public double Side { get; set; } public Nested? Inner { get; set; } public int? Points { get; set; } }
        public class Blob : Shape;
        public class Nested { public bool? Deep { get; set; } }
        """;

    [Fact]
    public void SchemaIsTheUnionAndRulesTellTheTypesApart()
    {
        var schema = Generation.Property("public Shape? A { get; set; }", Shapes);
        JsonAssert.Equal(
            """
            {"type":"object","required":["type"],"properties":{
              "type":{"type":"string","enum":["circle","square","blob"]},
              "name":{"type":"string"},"radius":{"type":"number"},"side":{"type":"number"},
              "points":{"type":"integer","format":"int32"},"inner":{"type":"object","properties":{"deep":{"type":"boolean"}}}},
             "x-kubernetes-validations":[
              {"rule":"self.type != 'circle' || has(self.radius)","message":"radius must be set when type is circle"},
              {"rule":"self.type != 'square' || has(self.side)","message":"side must be set when type is square"},
              {"rule":"!has(self.radius) || self.type == 'circle'","message":"radius must not be set unless type is circle"},
              {"rule":"!has(self.points) || self.type in ['circle', 'square']","message":"points must not be set unless type is circle or square"},
              {"rule":"(!has(self.side) && !has(self.inner)) || self.type == 'square'","message":"side and inner must not be set unless type is square"}]}
            """,
            schema);
    }

    [Fact]
    public void JsonWritesAndReadsEveryDerivedTypeWhateverTheOrderOfMembers() => TypeAssert.AgreesWithJson(TestKind.WithSpec(
        "public Shape? A { get; set; } public IList<Shape>? B { get; set; } public Dictionary<string, Shape>? C { get; set; } public Circle? D { get; set; }", Shapes));

    [Fact]
    public void DerivedTypeByItselfHasNoDiscriminator() => JsonAssert.Equal(
        """{"type":"object","required":["radius"],"properties":{"name":{"type":"string"},"radius":{"type":"number"},"points":{"type":"integer","format":"int32"}}}""",
        Generation.Property("public Circle? A { get; set; }", Shapes));

    [Fact]
    public void InterfaceAndNumbersAsDiscriminators()
    {
        const string Types = """
            [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind-of")] [JsonDerivedType(typeof(One), 1)] [JsonDerivedType(typeof(Two), 2)]
            public interface IOne { string? Name { get; } }
            public class One : IOne { public string? Name { get; set; } }
            public record Two(string? Name, int? Size) : IOne;
            """;
        var schema = Generation.Property("public IOne? A { get; set; }", Types);
        JsonAssert.Equal("""{"type":"integer","enum":[1,2]}""", schema["properties"]!["kind-of"]);
        Assert.Equal("!has(self.size) || self.kind__dash__of == 2", schema["x-kubernetes-validations"]![0]!["rule"]!.GetValue<string>());
        TypeAssert.AgreesWithJson(TestKind.WithSpec("public IOne? A { get; set; } public IList<IOne>? B { get; set; }", Types));
    }

    [Fact]
    public void BaseThatCanBeMadeItselfNeedsNoDiscriminator()
    {
        const string Types = """
            [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")] [JsonDerivedType(typeof(More), "more")]
            public class Some { public int? A { get; set; } }
            public class More : Some { public string B { get; set; } = ""; [Required] public string? C { get; set; } }
            """;
        var schema = Generation.Property("public Some? A { get; set; }", Types);
        Assert.Null(schema["required"]);
        Assert.Equal(
            ["!has(self.type) || self.type != 'more' || has(self.c)", "(!has(self.b) && !has(self.c)) || (has(self.type) && self.type == 'more')"],
            schema["x-kubernetes-validations"]!.AsArray().Select(r => r!["rule"]!.GetValue<string>()));
        TypeAssert.AgreesWithJson(TestKind.WithSpec("public Some? A { get; set; }", Types));
    }

    [Fact]
    public void BaseMayBeOneOfItsOwnDerivedTypes() => TypeAssert.AgreesWithJson(TestKind.WithSpec(
        "public Some? A { get; set; }",
        """
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")] [JsonDerivedType(typeof(Some), "some")] [JsonDerivedType(typeof(More), "more")]
        public class Some { public int? A { get; set; } }
        public class More : Some { public string? B { get; set; } }
        """));

    [Fact]
    public void RulesAndGroupsOfADerivedTypeHoldForItsObjectsAlone()
    {
        var rules = Generation.Property(
            "public Base? A { get; set; }",
            """
            [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")] [JsonDerivedType(typeof(X), "x")] [JsonDerivedType(typeof(Y), "y")]
            [CelRule("self.name != 'none'")] public abstract class Base { [Required] public string? Name { get; set; } }
            [CelRule("self.a < self.b")] public class X : Base { public int? A { get; set; } public int? B { get; set; } }
            [ExactlyOneOf("C", "D")] public class Y : Base { public int? C { get; set; } public int? D { get; set; } }
            """)["x-kubernetes-validations"]!.AsArray().Select(r => r!["rule"]!.GetValue<string>()).ToList();
        Assert.Contains("self.type != 'x' || (self.a < self.b)", rules);
        Assert.Contains("self.type != 'y' || ((has(self.c) ? 1 : 0) + (has(self.d) ? 1 : 0) == 1)", rules);
        Assert.Single(rules, "self.name != 'none'");
    }

    [Fact]
    public void ServerOrderIsReadThoughTheDiscriminatorComesLate()
    {
        using var run = WireRun.Of(TestKind.WithSpec("public Shape? A { get; set; }", Shapes));
        var kind = run.TypeOf("Demo.Example");
        const string Stored = """{"spec":{"a":{"name":"n","radius":2,"type":"circle"}}}""";
        var written = JsonNode.Parse(run.Write(run.Read(Stored, kind)))!["spec"];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Stored)!["spec"], written));
    }

    [Theory]
    [InlineData("IPart?", "an interface does not say which properties there are")]
    [InlineData("Open?", "an abstract type does not say which properties there are")]
    [InlineData("Still?", "an abstract type")]
    [InlineData("IComparable?", "use one of the types")]
    public void WithoutDerivedTypesItIsAnError(string type, string words) => TypeAssert.Reports(
        "KCR008", "A", words, $"public {type} A {{ get; set; }}",
        "public interface IPart { int? X { get; } } public abstract class Open { public int? X { get; set; } } public abstract record Still;");

    [Theory]
    [InlineData("[JsonPolymorphic]", "no [JsonDerivedType]")]
    [InlineData("[JsonDerivedType(typeof(X))]", "X has no discriminator")]
    [InlineData("[JsonDerivedType(typeof(X), \"a\")] [JsonDerivedType(typeof(Y), \"a\")]", "Y has the discriminator of another one")]
    [InlineData("[JsonDerivedType(typeof(X), \"a\")] [JsonDerivedType(typeof(X), \"b\")]", "X is there twice")]
    [InlineData("[JsonDerivedType(typeof(X), \"a\")] [JsonDerivedType(typeof(Y), 1)]", "Y has a number")]
    [InlineData("[JsonDerivedType(typeof(Half), \"a\")]", "Half is abstract")]
    [InlineData("[JsonDerivedType(typeof(Alien), \"a\")]", "Alien does not derive")]
    [InlineData("[JsonPolymorphic(TypeDiscriminatorPropertyName = \"p\")] [JsonDerivedType(typeof(X), \"a\")]", "X has a property 'p'")]
    public void DerivedTypesThatCannotBeToldApartAreAnErrorAtTheBase(string attributes, string words)
    {
        var types = $$"""
            {{attributes}} public abstract class B { }
            public class X : B { public int? P { get; set; } } public class Y : B; public abstract class Half : B; public class Alien;
            """;
        TypeAssert.Reports("KCR041", "B", words, "public B? A { get; set; }", types);
    }

    [Fact]
    public void OnePropertyOfTwoTypesIsAnError()
    {
        const string Types = """
            [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")] [JsonDerivedType(typeof(X), "x")] [JsonDerivedType(typeof(Y), "y")]
            public abstract class B { }
            public class X : B { public int? Size { get; set; } } public class Y : B { [MaxLength(3)] public string? Size { get; set; } }
            """;
        TypeAssert.Reports("KCR042", "Size", "'X' and 'Y'", "public B? A { get; set; }", Types);
        TypeAssert.Reports(
            "KCR042", "Size", "'X' and 'Y'", "public B? A { get; set; }", Types.Replace("[MaxLength(3)] public string?", "[Minimum(3)] public int?", StringComparison.Ordinal));
    }

    [Fact]
    public void UsualDiscriminatorCannotBeNamedByRules() => TypeAssert.Reports(
        "KCR044", "B", "'$type'", "public B? A { get; set; }",
        "[JsonDerivedType(typeof(X), \"x\")] [JsonDerivedType(typeof(Y), \"y\")] public abstract class B { } public class X : B { public int? P { get; set; } } public class Y : B;");

    [Fact]
    public void DefaultOfOneDerivedTypeIsLeftOut()
    {
        const string Types = """
            [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")] [JsonDerivedType(typeof(X), "x")] [JsonDerivedType(typeof(Y), "y")]
            public abstract class B { [Default("1")] public int? Common { get; set; } }
            public class X : B { [Default("2")] public int? Own { get; set; } } public class Y : B;
            """;
        TypeAssert.Reports("KCR043", "Own", "whichever of the derived types", "public B? A { get; set; }", Types);
        var schema = JsonNode.Parse(Generation.Of(TestKind.WithSpec("public B? A { get; set; }", Types)).ManifestText())!
            ["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!["properties"]!["a"]!["properties"]!;
        Assert.Equal(1, schema["common"]!["default"]!.GetValue<int>());
        Assert.Null(schema["own"]!["default"]);
    }

    [Fact]
    public void DerivedTypeThatReachesTheBaseIsACircle()
    {
        var generation = Generation.Of(TestKind.WithSpec(
            "public B? A { get; set; }",
            "[JsonPolymorphic(TypeDiscriminatorPropertyName = \"type\")] [JsonDerivedType(typeof(X), \"x\")] public abstract class B { } public class X : B { public B? Next { get; set; } }"));
        var diagnostic = Assert.Single(generation.Result.Diagnostics);
        Assert.Equal("KCR012", diagnostic.Id);
        Assert.Contains("B -> B", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
