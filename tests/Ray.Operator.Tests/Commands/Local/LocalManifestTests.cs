using System.Collections.Immutable;
using Ray.Api;
using Ray.Operator.Commands.Local;
using Ray.Operator.Commands.Manifests;
using Ray.Operator.Options;

namespace Ray.Operator.Tests.Commands.Local;

/// <summary>What is sent of manifests, and what is said of them before anything starts.</summary>
public sealed class LocalManifestTests
{
    private const string Cluster =
        """
        kind: RayCluster
        apiVersion: ray.io/v1
        metadata: {name: a}
        spec: {headGroupSpec: {template: {spec: {containers: [{name: ray, image: i}]}}}}
        """;

    [Fact]
    public void Namespaces_and_definitions_come_first_and_clusters_last() => Assert.Equal(
        ["Namespace", "CustomResourceDefinition", "ConfigMap", "Secret", "RayCluster"],
        Read(
            Cluster,
            "{kind: ConfigMap, apiVersion: v1, metadata: {name: c}}",
            "{kind: CustomResourceDefinition, apiVersion: apiextensions.k8s.io/v1, metadata: {name: d}}",
            "{kind: Secret, apiVersion: v1, metadata: {generateName: s-}}",
            "{kind: Namespace, apiVersion: v1, metadata: {name: team}}").Objects.Select(item => item.Kind));

    [Fact]
    public void Clusters_of_2020_are_converted_and_marked()
    {
        var (objects, findings) = Read(
            """
            kind: RayCluster
            apiVersion: ray.io/v1alpha1
            metadata: {name: a}
            spec:
              headService: {metadata: {name: svc}, spec: {ports: [{name: redis, port: 6379}]}}
              headGroupSpec:
                replicas: 1
                rayStartParams: {}
                template: {spec: {containers: [{name: ray, image: i}]}}
            """);

        Assert.DoesNotContain(findings, finding => finding.IsError);
        var item = Assert.Single(objects);
        Assert.Equal("ray.io/v1", item.ApiVersion);
        Assert.NotNull(item.Metadata["annotations"]![RayAnnotations.Conversion]);
        Assert.NotNull(item.Json["spec"]!["headGroupSpec"]);
    }

    [Fact]
    public void What_only_servers_write_is_left_out()
    {
        var item = Assert.Single(Read(
            """
            kind: ConfigMap
            apiVersion: v1
            metadata:
              name: a
              labels: {kept: "yes"}
              uid: u
              resourceVersion: "5"
              managedFields: []
              ownerReferences: [{kind: RayJob}]
            status: {}
            """).Objects);

        Assert.Equal("""{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a","labels":{"kept":"yes"}}}""", item.Json.ToJsonString());
    }

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap}", "a.yaml:1: error: is no object of Kubernetes; begin with apiVersion, kind and metadata")]
    [InlineData("{kind: ConfigMap, metadata: {name: a}}", "a.yaml:1: error: is no object of Kubernetes; begin with apiVersion, kind and metadata")]
    [InlineData("\napiVersion: v1\nkind: ConfigMap\nmetadata: {labels: {}}", "a.yaml:4: error: metadata.name: there is no name; give it one")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: 3}", "a.yaml:3: error: metadata.name: is no text; quote it")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: 5, generateName: x}", "a.yaml:3: error: metadata.name: is no text; quote it")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: 1}", "a.yaml:3: error: metadata.namespace: is no text; quote it")]
    [InlineData("apiVersion: ray.io/v1\nkind: RayCluster\nmetadata: {name: a}\nspec: {nonsense: 1}", "a.yaml:4: error: spec.nonsense: there is no such field")]
    public void What_cannot_be_applied_is_told_with_its_line(string text, string expected)
    {
        var (objects, findings) = Read(text);

        Assert.Empty(objects);
        Assert.StartsWith(expected, findings[0].ToString(), StringComparison.Ordinal);
    }

    private static (ImmutableArray<LocalObject> Objects, ImmutableArray<Finding> Findings) Read(params string[] documents)
    {
        var (manifests, unreadable) = (ImmutableArray.CreateBuilder<Manifest>(), ImmutableArray.CreateBuilder<Finding>());
        ManifestReader.Parse("a.yaml", string.Join("\n---\n", documents), manifests, unreadable);
        Assert.Empty(unreadable);
        return LocalManifests.Read(manifests, new OperatorSettings());
    }
}
