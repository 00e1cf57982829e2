using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using Kube;

namespace Ray.Api.V1Alpha1.Conversion;

/// <summary>The head service: any JSON beside the groups in v1alpha1, typed and part of the head in v1.</summary>
internal static class HeadServiceMapping
{
    private const string Headless = "None";
    private const string Path = "spec.headService";

    /// <summary>The service for v1; null when it says nothing and v1's own service will do.</summary>
    /// <param name="service">The service, or null.</param>
    /// <param name="cluster">Name of the cluster, or null.</param>
    /// <param name="isOf2020">Whether the semantics of 2020 are to be said in v1's terms.</param>
    public static V1Service? ToHub(JsonObject? service, string? cluster, bool isOf2020)
    {
        if ((!isOf2020 && service is { Count: 0 })
            || EmbeddedJson.Read(service, Path, KubeJson.TypeInfo<V1Service>(RayJsonContext.Default)) is not { } typed)
        {
            return null;
        }

        typed.Metadata = EmbeddedJson.MetadataOf(typed.Metadata, withNamespace: !isOf2020);
        if (isOf2020)
        {
            if (typed.Metadata is { Name.Length: > 0 })
            {
                typed.Metadata.Name = WithPrefix(typed.Metadata.Name, cluster);
            }

            typed.Spec = Spec2020(typed.Spec ?? new());
        }

        return typed;
    }

    /// <summary>The service for v1alpha1, which always has one.</summary>
    public static JsonObject FromHub(V1Service? service, string? cluster, bool isOf2020)
    {
        if (service is null)
        {
            return [];
        }

        if (isOf2020 && service.Metadata is { Name: { } name } && WithPrefix("", cluster) is { Length: > 0 } prefix
            && name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal))
        {
            service.Metadata.Name = name[prefix.Length..];
        }

        return JsonSerializer.SerializeToNode(service, KubeJson.TypeInfo<V1Service>(RayJsonContext.Default))!.AsObject();
    }

    // The dash belongs to the prefix: ray2-svc is no service of the cluster ray.
    private static string WithPrefix(string name, string? cluster) =>
        string.IsNullOrEmpty(cluster) || name == cluster || name.StartsWith(cluster + "-", StringComparison.Ordinal) ? name : $"{cluster}-{name}";

    // A type that needs a cluster IP gets one, and an address that the manifest names is kept.
    private static V1ServiceSpec Spec2020(V1ServiceSpec spec)
    {
        if (string.IsNullOrEmpty(spec.ClusterIP) && spec.Type is null or "" or "ClusterIP")
        {
            spec.ClusterIP = Headless;
        }

        if (spec.Ports is null or { Count: 0 })
        {
            spec.Ports = [new() { Name = "redis", Port = 6379 }];
        }

        return spec;
    }
}
