using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>The scale subresource.</summary>
public class ScaleTests
{
    private const string Spec = "[Scale] public int? Replicas { get; set; }";
    private const string Status = "[Scale] public int Replicas { get; set; }";

    [Fact]
    public void PathsAreThoseOfTheProperties() => JsonAssert.Equal(
        """{"scale":{"specReplicasPath":".spec.size.wanted","statusReplicasPath":".status.replicas","labelSelectorPath":".status.pods"},"status":{}}""",
        Subresources(Of(
            "public Size? Size { get; set; }",
            Status + """[Scale, JsonPropertyName("pods")] public string? Selector { get; set; }""",
            "public class Size { [Scale] public long? Wanted { get; set; } }")));

    [Fact]
    public void KindWithoutScaleHasNone() => JsonAssert.Equal("""{"status":{}}""", Subresources(Of("public int? Replicas { get; set; }", "")));

    [Fact]
    public void OnlyAScaledKindHasAClientThatScales()
    {
        Assert.Contains("ScaleAsync", Of(Spec, Status).Files["Demo.Example.Client.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Scale", Of("", "").Files["Demo.Example.Client.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Scale] public double? Replicas { get; set; }", Status, "KCR060", "neither int nor long")]
    [InlineData("[Scale] public string[]? Replicas { get; set; }", Status, "KCR060", "neither int nor long")]
    [InlineData("public IList<Group>? Groups { get; set; }", Status, "KCR061", "lies in a list")]
    [InlineData("public IDictionary<string, Group>? Groups { get; set; }", Status, "KCR061", "lies in a dictionary")]
    [InlineData(Spec, "", "KCR062", "lacks present replicas")]
    [InlineData("", Status, "KCR062", "lacks wanted replicas")]
    [InlineData(Spec + "public Group? Group { get; set; }", Status, "KCR062", "names two properties for wanted replicas")]
    public void BrokenScaleIsReportedAtTheProperty(string spec, string status, string id, string text)
    {
        var generation = Of(spec, status, "public class Group { [Scale] public int? Count { get; set; } }");
        var diagnostic = Assert.Single(generation.Result.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(text, diagnostic.GetMessage(), StringComparison.Ordinal);
        var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        Assert.Contains("[Scale]", Source(spec, status, "public class Group { [Scale] public int? Count { get; set; } }").Split('\n')[line], StringComparison.Ordinal);
        Assert.DoesNotContain("ScaleAsync", generation.Files["Demo.Example.Client.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void MetadataCannotScale()
    {
        var source = TestKind.WithSpec("", kindMembers: "[Scale] public int Replicas { get; set; }");
        Assert.Equal("KCR061", Assert.Single(Generation.Of(source).DiagnosticIds));
    }

    private static Generation Of(string spec, string status, string types = "") => Generation.Of(Source(spec, status, types));

    private static string Source(string spec, string status, string types) => TestKind.WithSpec(
        spec, $"public class ExampleStatus {{ {status} }}\n{types}", kindMembers: "public ExampleStatus? Status { get; set; }");

    private static System.Text.Json.Nodes.JsonNode? Subresources(Generation generation) =>
        generation.Manifest()["spec"]!["versions"]![0]!["subresources"];
}
