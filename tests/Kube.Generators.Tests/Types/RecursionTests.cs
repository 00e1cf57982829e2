using System.Globalization;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Types that reach themselves: an error that names the circle, unless an attribute cuts it.</summary>
public class RecursionTests
{
    [Theory]
    [InlineData("public class One { public One? Next { get; set; } }", "One -> One")]
    [InlineData("public class One { public Two? Next { get; set; } } public class Two { public One? Back { get; set; } }", "One -> Two -> One")]
    [InlineData("public class One { public IList<One>? Next { get; set; } }", "One -> One")]
    [InlineData("public class One { public IDictionary<string, IList<One>>? Next { get; set; } }", "One -> One")]
    [InlineData("public class One { public Box<One>? Next { get; set; } } public class Box<T> { public T? Item { get; set; } }", "One -> Box -> One")]
    [InlineData("public class One { public Box<Two>? Next { get; set; } } public class Two { public One[]? Back { get; set; } } public class Box<T> { public IList<T>? Items { get; set; } }", "One -> Box -> Two -> One")]
    [InlineData("public class Base { public One? Next { get; set; } } public class One : Base { public int? X { get; set; } }", "One -> One")]
    public void CircleIsAnErrorThatNamesIt(string types, string circle)
    {
        var diagnostic = Assert.Single(Generation.Of(TestKind.WithSpec("public One? A { get; set; }", types)).Result.Diagnostics);
        Assert.Equal("KCR012", diagnostic.Id);
        Assert.Contains($": {circle};", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void SchemaOfASchemaIsACircleOfKubernetes() =>
        Assert.Contains("KCR012", Generation.Of(TestKind.WithSpec("public V1JSONSchemaProps? A { get; set; }")).DiagnosticIds);

    [Theory]
    [InlineData("public One? A { get; set; }", "public class One { public string? N { get; set; } [PreserveUnknownFields] public One? Next { get; set; } }")]
    [InlineData("public One? A { get; set; }", "public class One { public string? N { get; set; } [PreserveUnknownFields] public IList<One>? Next { get; set; } }")]
    [InlineData("[PreserveUnknownFields] public One? A { get; set; }", "public class One { public string? N { get; set; } public IDictionary<string, One>? Next { get; set; } }")]
    [InlineData("[PreserveUnknownFields] public V1JSONSchemaProps? A { get; set; }", "")]
    [InlineData("[Schemaless] public One? A { get; set; }", "public class One { public string? N { get; set; } public One? Next { get; set; } }")]
    public void AnAttributeCutsTheCircle(string member, string types)
    {
        var source = TestKind.WithSpec(member, types);
        DiagnosticAssert.IsSilent(source);
        TypeAssert.AgreesWithJson(source);
    }

    [Fact]
    public void CutInOnePlaceLeavesTheCircleInAnotherAnError()
    {
        var generation = Generation.Of(TestKind.WithSpec(
            "[PreserveUnknownFields] public One? A { get; set; } public One? B { get; set; }", "public class One { public One? Next { get; set; } }"));
        Assert.Equal(["KCR012"], generation.DiagnosticIds);
    }
}
