using System.Globalization;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Generic types, each closed form a schema of its own; nested types; equal names.</summary>
public class GenericTypesTests
{
    [Fact]
    public void EachClosedFormIsASchemaOfItsOwn()
    {
        var spec = TypeAssert.HasProperties(
            ["deep", "maybe", "number", "pair", "text"],
            """
            public Box<int>? Number { get; set; } public Box<int?>? Maybe { get; set; } public Box<string>? Text { get; set; } public Box<Box<bool?>>? Deep { get; set; }
            public Pair<string, Box<int>>? Pair { get; set; }
            """,
            "public class Box<T> { public T? Content { get; set; } } public record struct Pair<TLeft, TRight>(TLeft? Left, TRight? Right);")["properties"]!;
        JsonAssert.Equal("""{"type":"string"}""", spec["text"]!["properties"]!["content"]);
        JsonAssert.Equal("""{"type":"boolean"}""", spec["deep"]!["properties"]!["content"]!["properties"]!["content"]);
    }

    [Fact]
    public void QuestionMarkInAnArgumentMakesAnotherType() => TypeAssert.HasProperties(
        ["one", "other"],
        "public Many<string>? One { get; set; } public Many<string?>? Other { get; set; }",
        "public class Many<T> { public IList<T>? Items { get; set; } }");

    [Fact]
    public void ItemsOfSuchTypesDifferInTheSchema()
    {
        var spec = Generation.Spec(
            "public Many<string>? One { get; set; } public Many<string?>? Other { get; set; }", "public class Many<T> { public IList<T>? Items { get; set; } }")["properties"]!;
        Assert.Null(spec["one"]!["properties"]!["items"]!["items"]!["nullable"]);
        Assert.True(spec["other"]!["properties"]!["items"]!["items"]!["nullable"]!.GetValue<bool>());
    }

    [Fact]
    public void OpenGenericKindIsAnError()
    {
        var source = TestKind.WithSpec("").Replace("partial record Example ", "partial record Example<T> ", StringComparison.Ordinal);
        Assert.Contains("KCR011", Generation.Of(source).DiagnosticIds);
    }

    [Fact]
    public void TypeThatGrowsForEverIsACircleAndNoCrash()
    {
        var generation = Generation.Of(TestKind.WithSpec(
            "public Node<int>? A { get; set; }", "public class Node<T> { public Node<Node<T>>? Next { get; set; } }"));
        var diagnostic = Assert.Single(generation.Result.Diagnostics);
        Assert.Equal("KCR012", diagnostic.Id);
        Assert.Contains("Node -> Node<Node", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void NestedAndInternalTypesArePartOfAKind() => TypeAssert.HasProperties(
        ["inner", "ofGeneric"],
        "public Outer.Inner? Inner { get; set; } public Of<int>.Part? OfGeneric { get; set; }",
        "public static class Outer { public record Inner { public int? X { get; set; } } } public class Of<T> { public class Part { public T? Value { get; set; } } }");

    [Theory]
    [InlineData("[JsonInclude] internal Outer.Hidden? A { get; set; }", "internal class Outer { private class Hidden; }")]
    [InlineData("[JsonInclude] internal IList<Local>? A { get; set; }", "file class Local;")]
    public void TypeThatGeneratedCodeCannotSeeIsRefused(string member, string types)
    {
        // The compiler has something to say of such a member too.
        var diagnostic = Assert.Single(Generation.Of(TestKind.WithSpec(member, types)).Result.Diagnostics);
        Assert.Equal("KCR008", diagnostic.Id);
        Assert.Contains("generated code cannot see it", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void EqualShortNamesDoNotMeet()
    {
        const string Elsewhere = """
            namespace One { public class Part { public int? X { get; set; } } public class Box<T> { public T? Item { get; set; } } }
            namespace Two { public class Part { public string? X { get; set; } } }
            """;
        var source = TestKind.WithSpec(
            """
            public One.Part? A { get; set; } public Two.Part? B { get; set; } public One.Box<One.Part>? C { get; set; } public One.Box<Two.Part>? D { get; set; }
            public Outer.Part? E { get; set; } public OuterPart? F { get; set; } public IList<Two.Part>? H { get; set; }
            """,
            """
            public class Outer { public class Part { public bool? Y { get; set; } } }
            public class OuterPart { public int? Z { get; set; } } public class Part { }
            """);
        var generation = Generation.Of(source, Elsewhere);
        Assert.Empty(generation.Result.Diagnostics);
        Assert.Subset(
            generation.Files.Keys.ToHashSet(),
            new HashSet<string>
            {
                "One.Part.Apply.g.cs", "Two.Part.Apply.g.cs", "Demo.OuterPart.Apply.g.cs", "Demo.Demo_Outer_Part.Apply.g.cs", "One.One_Box_One_Part.Apply.g.cs",
                "One.One_Box_Two_Part.Apply.g.cs",
            });

        // The serializer, too, wants names of its own for types that are called alike.
        using var run = Wire.WireRun.Of([source.Replace(
            "[JsonSerializable(typeof(Example))]",
            """
            [JsonSerializable(typeof(Example))] [JsonSerializable(typeof(One.Part), TypeInfoPropertyName = "OnePart")] [JsonSerializable(typeof(Two.Part), TypeInfoPropertyName = "TwoPart")]
            [JsonSerializable(typeof(Outer.Part), TypeInfoPropertyName = "NestedPart")] [JsonSerializable(typeof(One.Box<One.Part>), TypeInfoPropertyName = "BoxOfOne")]
            [JsonSerializable(typeof(One.Box<Two.Part>), TypeInfoPropertyName = "BoxOfTwo")] [JsonSerializable(typeof(IList<Two.Part>), TypeInfoPropertyName = "ListOfTwo")]
            """,
            StringComparison.Ordinal), Elsewhere], [], [])!;
        Assert.NotEqual(0, Wire.WireLaws.Hold(run, source));
    }

    [Theory]
    [InlineData("public part? A { get; set; } public Part? B { get; set; }", "public class part { public int? X { get; set; } } public class Part { public int? X { get; set; } }")]
    [InlineData("public @class? A { get; set; }", "public class @class { public int? @if { get; set; } }")]
    [InlineData("public Box<int[]>? A { get; set; } public Box<IList<int>>? B { get; set; }", "public class Box<T> { public T? X { get; set; } }")]
    public void NamesThatDifferInCaseAloneAndKeywordsAreNoObstacle(string members, string types)
    {
        var generation = Generation.Of(TestKind.WithSpec(members, types));
        Assert.Null(generation.Result.Results.Single().Exception);
        Assert.Empty(generation.Result.Diagnostics);
        Assert.Empty(generation.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
    }
}
