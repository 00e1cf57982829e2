using k8s.Models;

namespace Kube.Runtime.Tests.Caching;

/// <summary>Small pods.</summary>
internal static class TestPods
{
    public static V1Pod Pod(string @namespace, string name, string? owner = null, string? version = null, string? label = null) => new()
    {
        Metadata = new()
        {
            NamespaceProperty = @namespace,
            Name = name,
            Uid = $"uid-{name}",
            ResourceVersion = version ?? "1",
            Labels = label is null ? null : new Dictionary<string, string> { ["l"] = label },
            OwnerReferences = owner is null
                ? null
                : [new V1OwnerReference { ApiVersion = "ray.io/v1", Kind = "RayCluster", Name = "owner", Uid = owner, Controller = true }],
        },
    };
}
