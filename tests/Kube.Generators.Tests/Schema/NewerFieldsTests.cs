using System.Globalization;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Schema;

/// <summary>Fields of Kubernetes that are newer than the facts are kept, and told of once for each kind.</summary>
public class NewerFieldsTests
{
    private const string Newer = """
        namespace k8s.Models
        {
            public class V9Thing
            {
                [JsonPropertyName("count")] public int Count { get; set; }
                [JsonPropertyName("names")] public IList<string>? Names { get; set; }
            }
        }
        """;

    [Fact]
    public void APodTemplateHasThoseOfTheNextKubernetes()
    {
        var problem = Single("public V1PodTemplateSpec? A { get; set; }");
        var names = problem.GetMessage(CultureInfo.InvariantCulture).Split(": ")[^1].Split(", ");
        Assert.Equal(
            [
                "V1ClusterTrustBundleProjection.user", "V1ConfigMapVolumeSource.defaultUser", "V1DownwardAPIVolumeFile.user",
                "V1DownwardAPIVolumeSource.defaultUser", "V1EmptyDirVolumeSource.mode", "V1GRPCAction.mode", "V1HTTPGetAction.protocol",
                "V1KeyToPath.user", "V1PodCertificateProjection.user", "V1PodSpec.evictionResponders", "V1ProjectedVolumeSource.defaultUser",
                "V1SecretVolumeSource.defaultUser", "V1ServiceAccountTokenProjection.user", "V1VolumeMount.bindMountOptions",
            ],
            names);
    }

    [Fact]
    public void TheyAreToldOfOnceForAKind() => Single("public V1VolumeMount? A { get; set; } public IList<V1VolumeMount>? B { get; set; }");

    [Theory]
    [InlineData("public V1Service? A { get; set; }")]
    [InlineData("public IList<V1Condition>? A { get; set; }")]
    [InlineData("public V1IngressTLS? A { get; set; }")]
    [InlineData("public V1ObjectMeta? A { get; set; }")]
    [InlineData("public V1ConfigMapList? A { get; set; }")]
    [InlineData("public IntOrString? A { get; set; } public ResourceQuantity? B { get; set; }")]
    public void WhatTheFactsKnowIsSilent(string member) => Assert.Empty(Generation.Of(TestKind.WithSpec(member)).Result.Diagnostics);

    [Fact]
    public void AnUnknownTypeIsNamedAsAWhole()
    {
        var source = TestKind.WithSpec("public k8s.Models.V9Thing? A { get; set; }").Replace("namespace Demo;", "namespace Demo {", StringComparison.Ordinal) + "}" + Newer;
        var generation = Generation.Of(source);
        var problem = Assert.Single(generation.Result.Diagnostics);
        Assert.EndsWith(": V9Thing", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        JsonAssert.Equal(
            """{"type":"object","properties":{"count":{"type":"integer","format":"int32"},"names":{"type":"array","items":{"type":"string"}}},"required":["count"]}""",
            generation.RootSchema()["properties"]!["spec"]!["properties"]!["a"]);
    }

    private static Diagnostic Single(string member)
    {
        var problem = Assert.Single(Generation.Of(TestKind.WithSpec(member)).Result.Diagnostics);
        Assert.Equal(("KCR136", DiagnosticSeverity.Info), (problem.Id, problem.Severity));
        Assert.Contains("'Example' has fields of which the facts about Kubernetes 1.36 say nothing", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return problem;
    }
}
