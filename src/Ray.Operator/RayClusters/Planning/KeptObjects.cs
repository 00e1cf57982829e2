using k8s;
using k8s.Models;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>Plans what keeps an object around the pods there and in shape.</summary>
internal static class KeptObjects
{
    /// <summary>Applies an object that is missing, or that differs from what is wanted. One of another owner is left alone and told of.</summary>
    /// <param name="draft">The plan.</param>
    /// <param name="desired">The object that a builder made; null when none is wanted.</param>
    /// <param name="collision">Event reason for a name that is taken.</param>
    public static void Keep<T>(PlanDraft draft, T? desired, string collision)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var snapshot = draft.Snapshot;
        if (desired is null || snapshot.IsUnseen(desired))
        {
            return;
        }

        var wanted = AppliedObject.WithHash(desired);
        if (ClusterSnapshot.Find(snapshot.Objects, desired) is { } observed)
        {
            if (!AppliedObject.IsInShape(observed, wanted))
            {
                draft.Add(new ApplyObject(wanted, observed, $"the {Word(desired)} differs from the spec"));
            }
        }
        else if (ClusterSnapshot.Find(snapshot.ForeignObjects, desired) is not null)
        {
            WarnOfCollision(draft, desired, collision);
        }
        else
        {
            draft.Add(new ApplyObject(wanted, Observed: null, $"the cluster has no such {Word(desired)}"));
        }
    }

    /// <summary>Creates an object that is missing; whatever has its name is taken for it.</summary>
    public static void CreateOnce(PlanDraft draft, IKubernetesObject<V1ObjectMeta>? desired)
    {
        var snapshot = draft.Snapshot;
        if (desired is not null
            && !snapshot.IsUnseen(desired)
            && ClusterSnapshot.Find(snapshot.Objects, desired) is null
            && ClusterSnapshot.Find(snapshot.ForeignObjects, desired) is null)
        {
            draft.Add(new CreateObject(desired, $"the cluster has no {Word(desired)}"));
        }
    }

    /// <summary>What an event calls a kind.</summary>
    public static string Word(IKubernetesObject resource) => resource switch
    {
        V1ServiceAccount => "service account",
        V1RoleBinding => "role binding",
        V1NetworkPolicy => "network policy",
        V1PersistentVolumeClaim => "GCS storage PVC",
        V1Job => "Redis cleanup Job",
        V1Service => "service",
        V1Role => "role",
        V1Ingress => "ingress",
        V1Secret => "secret",
        _ => resource.Kind,
    };

    private static void WarnOfCollision(PlanDraft draft, IKubernetesObject<V1ObjectMeta> desired, string reason) => draft.Warn(new(
        reason,
        "Create",
        $"{desired.Kind} {draft.Snapshot.Key.Namespace}/{desired.Metadata.Name} already exists and is not owned by this RayCluster; "
        + "not modifying it. Delete it, or rename the cluster"));
}
