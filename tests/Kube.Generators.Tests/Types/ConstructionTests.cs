using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Records, structs and constructors: what JSON can make, and by which constructor.</summary>
public class ConstructionTests
{
    [Theory]
    [InlineData("public record Part(string? A, int? B);")]
    [InlineData("public record Part(string? A) { public int? B { get; init; } }")]
    [InlineData("public record struct Part(string? A, int? B);")]
    [InlineData("public readonly record struct Part(string? A, int? B);")]
    [InlineData("public struct Part { public string? A { get; set; } public int? B { get; set; } }")]
    [InlineData("public class Part(string? a, int? b) { public string? A { get; } = a; public int? B => b; }")]
    [InlineData("public class Part(string? a) { public string? A { get; } = a; public int? B { get; set; } }")]
    [InlineData("public class Part { [JsonConstructor] internal Part(string? a) => A = a; public string? A { get; } public int? B { get; set; } }")]
    [InlineData("public class Part { public Part() { } public Part(int x) { } public string? A { get; set; } public int? B { get; set; } }")]
    [InlineData("public readonly struct Part { [JsonConstructor] public Part(string? a, int? b) => (A, B) = (a, b); public string? A { get; } public int? B { get; } }")]
    [InlineData("public class Base(string? a) { public string? A { get; } = a; } public class Part(string? a, int? b) : Base(a) { public int? B { get; } = b; }")]
    [InlineData("public sealed class Part { public string? A { get; init; } public int? B { get; init; } }")]
    public void IsMadeByJsonAndCopied(string type)
    {
        var schema = TypeAssert.HasProperties(["many", "one"], "public Part? One { get; set; } public IList<Part>? Many { get; set; }", type);
        Assert.Equal(["a", "b"], schema["properties"]!["one"]!["properties"]!.AsObject().Select(p => p.Key));
    }

    [Theory]
    [InlineData("public class Part { internal Part() { } public int? A { get; set; } }", "no public constructor")]
    [InlineData("public class Part { public Part(int a) { } public Part(string b) { } public int? A { get; set; } }", "several public constructors")]
    [InlineData("public class Part(int? a, string other) { public int? A { get; } = a; public string X() => other; }", "'other'")]
    [InlineData("public class Part(int a) { public int? A { get; } = a; }", "'a'")]
    [InlineData("public record Part(int? A) { private readonly int _x; public Part(string a, int b) : this(b) => _x = b; public int X() => _x; }", "several public constructors")]
    [InlineData("public class Part { public required int? A; public int? B { get; set; } }", "'A' is required")]
    [InlineData("public class Part { [JsonIgnore] public required int? A { get; set; } public int? B { get; set; } }", "'A' is required")]
    public void IsNotMade(string type, string words)
    {
        var generation = Generation.Of(TestKind.WithSpec("public Part? One { get; set; }", type));
        var diagnostic = Assert.Single(generation.Result.Diagnostics, d => d.Id == "KCR018");
        Assert.Contains(words, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void StructWithoutAConstructorForItsValuesWarnsOfThem() => TypeAssert.Reports(
        "KCR015", "X", "nothing could set it", "public Part? A { get; set; }", "public readonly struct Part { public Part(int x) => X = x; public int X { get; } }");

    [Fact]
    public void NullableStructIsOptionalAndAnotherIsThere()
    {
        var schema = TypeAssert.HasProperties(
            ["always", "list", "maybe"],
            "public Point Always { get; set; } public Point? Maybe { get; set; } public IList<Point?>? List { get; set; }", "public record struct Point(int X, int? Y);");
        Assert.Equal(["always"], schema["required"].Texts());
    }
}
