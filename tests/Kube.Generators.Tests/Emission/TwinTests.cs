using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Emission;

/// <summary>The types that are generated beside those of a kind: apply twins, and deep copies with comparison.</summary>
public class TwinTests
{
    private const string Members = """
            public required string Name { get; set; }
            public int Count { get; init; } = 1;
            public int? Maybe { get; set; }
            [JsonConverter(typeof(JsonStringEnumConverter<Mode>))] public Mode Mode { get; set; }
            public DateTime? Since { get; set; }
            public byte[]? Key { get; set; }
            public IntOrString? Port { get; set; }
            public ResourceQuantity? Memory { get; set; }
            public JsonElement Free { get; set; }
            public JsonObject? Node { get; set; }
            public V1PodTemplateSpec? Template { get; set; }
            public Part Part { get; set; } = new("x");
            public Point? Point { get; set; }
            public IList<Part>? Parts { get; set; }
            public IReadOnlyDictionary<string, Part>? ByName { get; set; }
            public Dictionary<string, List<Part>>? Grouped { get; set; }
            public ISet<string>? Tags { get; set; }
            public int[]? Numbers { get; set; }
            public Box<Part>? Box { get; set; }
            [JsonIgnore] public string? Hidden { get; set; }
            [JsonExtensionData] public IDictionary<string, JsonElement>? Rest { get; set; }
        """;

    private const string Types = """
        [JsonConverter(typeof(JsonStringEnumConverter<Mode>))] public enum Mode { On, Off }
        public record Part(string Name) { public string? Text { get; set; } }
        public class Box<T> { public T? Item { get; set; } public IList<T>? Items { get; set; } }
        public record struct Point(int X, int Y);
        """;

    private static readonly string s_kind = TestKind.WithSpec(
        Members, Types + "public class ExampleStatus { public string? State { get; set; } }", kindMembers: "public ExampleStatus? Status { get; set; }");

    [Theory]
    [InlineData("Demo.Example.Apply")]
    [InlineData("Demo.ExampleSpec.Apply")]
    [InlineData("Demo.ExampleSpec.Content")]
    [InlineData("Demo.BoxOfPart.Content")]
    public void GeneratedTypesAreAsReviewed(string name) => Golden.Equal($"{name}.cs.txt", Generation.Of(s_kind).Files[name + ".g.cs"]);

    [Fact]
    public void EverythingCompilesWithoutAnyWarning()
    {
        var generation = Generation.Of(s_kind);
        Assert.Empty(generation.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void TypesThatTwoKindsShareAreMadeOnce()
    {
        var second = Schema.DefinitionTests.SecondVersion.Replace("ExampleSpec2", "ExampleSpec", StringComparison.Ordinal);
        var files = Generation.Of(s_kind, second).Files;
        Assert.Single(files.Keys, k => k == "Demo.ExampleSpec.Apply.g.cs");
    }

    [Theory]
    [InlineData("ExampleApply", "Example")]
    [InlineData("PartContent", "Part")]
    [InlineData("ExampleFields", "Example")]
    public void TakenNameIsReported(string name, string owner)
    {
        var generation = Generation.Of(s_kind, $"namespace Demo; public class {name};");
        var diagnostic = Assert.Single(generation.Result.Diagnostics, d => d.Severity > DiagnosticSeverity.Info);
        Assert.Equal("KCR063", diagnostic.Id);
        Assert.Contains(name, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains($"'{owner}'", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain(generation.Files.Keys, k => k.Contains(".Apply.", StringComparison.Ordinal));
    }

    [Fact]
    public void NameInAnotherNamespaceIsFree() =>
        DiagnosticAssert.IsSilent(s_kind, "namespace Elsewhere; public class ExampleApply;");

    [Fact]
    public void KindOfWhichNobodyElseKnowsHasTwinsToMatch()
    {
        var files = Generation.Of(TestKind.WithSpec("").Replace("public sealed partial record", "internal sealed partial record", StringComparison.Ordinal)).Files;
        Assert.Contains("internal sealed record ExampleApply", files["Demo.Example.Apply.g.cs"], StringComparison.Ordinal);
        Assert.Contains("internal static class ExampleContent", files["Demo.Example.Content.g.cs"], StringComparison.Ordinal);
    }
}
