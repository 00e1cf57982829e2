using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using Kube;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// A head service that is not what the spec says is mended. Only fields that we set count; what others add stays. The hash of what was applied
/// last tells when the spec takes something away, which no look at the service could.
/// </summary>
internal static class HeadServiceDriftRule
{
    /// <summary>Annotation with the hash of the service as last applied.</summary>
    public const string HashAnnotation = "ray.io/applied-hash";

    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        var name = HeadService.NameOf(snapshot.Cluster);
        var observed = snapshot.HeadServices.FirstOrDefault(s => s.Metadata.Name == name && s.Metadata.DeletionTimestamp is null);
        if (observed is null || snapshot.IsStale(Expectation.HeadServiceGroup))
        {
            return;
        }

        var desired = Desired(snapshot);
        if (!OwnedFields.Cover(ToNode(observed), ToNode(desired)))
        {
            draft.Add(new ApplyHeadService(desired, observed, "the head service differs from the spec"));
        }
    }

    /// <summary>The head service wanted, with its hash.</summary>
    public static V1Service Desired(ClusterSnapshot snapshot)
    {
        var service = HeadService.Build(snapshot.Cluster, snapshot.Settings);
        service.Metadata.Annotations = new Dictionary<string, string>(service.Metadata.Annotations ?? new Dictionary<string, string>())
        {
            [HashAnnotation] = OwnedFields.Hash(ToNode(service)),
        };
        return service;
    }

    private static JsonObject ToNode(V1Service service)
    {
        var node = JsonSerializer.SerializeToNode(service, KubeJsonContext.Default.V1Service)!.AsObject();

        // Objects of a list carry no type, and the status is not ours.
        node.Remove("apiVersion");
        node.Remove("kind");
        node.Remove("status");
        return node;
    }
}
