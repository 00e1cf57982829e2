using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Types of Kubernetes, and kinds within kinds.</summary>
public class EmbeddedTypesTests
{
    [Theory]
    [InlineData("V1ObjectMeta")]
    [InlineData("V1PodTemplateSpec")]
    [InlineData("V1Service")]
    [InlineData("V1Condition")]
    [InlineData("V1LabelSelector")]
    [InlineData("V1NetworkPolicySpec")]
    public void TypeOfKubernetes(string type)
    {
        var source = TestKind.WithSpec($"public {type}? One {{ get; set; }} public IList<{type}>? Many {{ get; set; }}");
        DiagnosticAssert.IsSilent(source);
    }

    [Fact]
    public void JsonWritesAndReadsThemAll() => TypeAssert.AgreeWithJson(
        ["V1ObjectMeta?", "V1PodTemplateSpec?", "V1Service?", "IList<V1Condition>?", "IDictionary<string, V1LabelSelector>?", "V1NetworkPolicySpec?"]);

    [Fact]
    public void EmbeddedMetadataHasWhatUsersMaySet() => Assert.Equal(
        ["annotations", "finalizers", "labels", "name", "namespace"],
        Generation.Property("public V1ObjectMeta? A { get; set; }")["properties"]!.AsObject().Select(p => p.Key));

    [Fact]
    public void ServiceHasItsSpecAndStatus()
    {
        var service = Generation.Property("public V1Service? A { get; set; }")["properties"]!;
        Assert.Equal(["apiVersion", "kind", "metadata", "spec", "status"], service.AsObject().Select(p => p.Key));
        Assert.Equal("map", service["spec"]!["properties"]!["ports"]!["x-kubernetes-list-type"]!.GetValue<string>());
        Assert.NotNull(service["status"]!["properties"]!["loadBalancer"]!["properties"]!["ingress"]);
    }

    [Fact]
    public void KindWithinAKindKeepsItsOwnTwin()
    {
        var source = TestKind.WithSpec("public Other? Inner { get; set; } public IList<Other>? Others { get; set; }");
        var other = TestVersions.Of("Other", "v1", options: "", spec: "public int? Size { get; set; }", kind: "Other", plural: "others");
        var generation = Generation.Of(source, other);
        Assert.Empty(generation.Result.Diagnostics);
        Assert.Empty(generation.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning));
        var inner = generation.RootSchema()["properties"]!["spec"]!["properties"]!["inner"]!["properties"]!;
        Assert.Equal(["apiVersion", "kind", "metadata", "spec"], inner.AsObject().Select(p => p.Key));
        Assert.Contains("IApplyConfiguration<global::Demo.Other>", generation.Files["Demo.Other.Apply.g.cs"], StringComparison.Ordinal);
        using var run = Wire.WireRun.Of([source, other], [], [])!;
        Wire.WireLaws.Hold(run, source);
    }

    [Fact]
    public void EmbeddedResourceIsAWholeObject() => Assert.True(
        Generation.Property("[EmbeddedResource] public V1Service? A { get; set; }")["x-kubernetes-embedded-resource"]!.GetValue<bool>());
}
