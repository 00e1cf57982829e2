using k8s.Models;
using Ray.Api;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// The claim of a head that keeps its state on a volume. One that the user names must exist, which is only told. One of our name is made
/// once and taken whoever made it; what the spec says differently afterwards is told and never changed, but for whether it goes with the
/// cluster.
/// </summary>
internal static class GcsVolumeClaimRule
{
    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        if (!GcsVolumeClaim.IsNeeded(snapshot.Cluster))
        {
            return;
        }

        var name = GcsVolumeClaim.NameOf(snapshot.Cluster);
        var observed = snapshot.Objects.Concat(snapshot.ForeignObjects)
            .OfType<V1PersistentVolumeClaim>().FirstOrDefault(c => c.Metadata.Name == name);
        if (GcsVolumeClaim.Build(snapshot.Cluster) is not { } desired)
        {
            WarnIfMissing(draft, name, observed);
        }
        else if (observed is null)
        {
            KeptObjects.CreateOnce(draft, desired);
        }
        else
        {
            WarnOfDrift(draft, observed, desired);
            FollowDeletionPolicy(draft, observed, desired);
        }
    }

    private static void WarnIfMissing(PlanDraft draft, string name, V1PersistentVolumeClaim? observed)
    {
        if (observed is null)
        {
            Warn(draft, "Validate", $"GCS storage PVC {draft.Snapshot.Key.Namespace}/{name}, named by claimName, does not exist; create it");
        }
    }

    private static void WarnOfDrift(PlanDraft draft, V1PersistentVolumeClaim observed, V1PersistentVolumeClaim desired)
    {
        var modes = desired.Spec.AccessModes.Order(StringComparer.Ordinal);
        (bool Differs, string Field)[] fields =
        [
            (SizeOf(observed) != SizeOf(desired), "size"),
            (desired.Spec.StorageClassName is { } wanted && observed.Spec?.StorageClassName != wanted, "storageClassName"),
            (!modes.SequenceEqual((observed.Spec?.AccessModes ?? []).Order(StringComparer.Ordinal)), "accessModes"),
        ];
        var drift = fields.Where(f => f.Differs).Select(f => f.Field).ToList();
        if (drift.Count > 0)
        {
            Warn(
                draft,
                "Update",
                $"GCS storage PVC {draft.Snapshot.Key.Namespace}/{observed.Metadata.Name} differs from the spec in "
                + $"{string.Join(", ", drift)}; it is not changed, since it holds data");
        }
    }

    private static void FollowDeletionPolicy(PlanDraft draft, V1PersistentVolumeClaim observed, V1PersistentVolumeClaim desired)
    {
        var owners = observed.Metadata.OwnerReferences ?? [];
        var wanted = desired.Metadata.OwnerReferences?.FirstOrDefault();
        var isOwner = owners.Any(o => o.Uid == draft.Snapshot.Uid);

        // A claim that another object controls stays that object's: two controllers are refused.
        if (draft.Snapshot.IsUnseen(desired) || isOwner == wanted is not null || (wanted is not null && owners.Any(o => o.Controller == true)))
        {
            return;
        }

        V1OwnerReference[] after = wanted is null ? [.. owners.Where(o => o.Uid != draft.Snapshot.Uid)] : [.. owners, wanted];
        var reason = wanted is null ? "the deletion policy is Retain" : "the deletion policy is DeleteWithCluster";
        draft.Add(new SetClaimOwners(observed, after, reason));
    }

    private static string? SizeOf(V1PersistentVolumeClaim claim) =>
        claim.Spec?.Resources?.Requests is { } requests && requests.TryGetValue("storage", out var size) ? size.CanonicalizeString() : null;

    private static void Warn(PlanDraft draft, string action, string note) =>
        draft.Warn(new(RayEventReasons.FailedToCreatePersistentVolumeClaim, action, note));
}
