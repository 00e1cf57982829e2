using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Metadata;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// With the upgrade strategy <c>Recreate</c> a changed spec makes all pods anew. The head remembers what the pods were made from, so it
/// goes last: as long as it is there, every pass sees that the old pods must go. A head that another version of the operator made is
/// stamped anew instead, since their hashes cannot be compared.
/// </summary>
internal static class RecreateRule
{
    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        if (snapshot.Cluster.Spec?.UpgradeStrategy?.Type != UpgradeStrategyType.Recreate || snapshot.IsStale(RayLabels.HeadGroupName))
        {
            return;
        }

        var hash = SpecHash.Of(snapshot.Cluster);
        foreach (var head in draft.Heads.Where(h => !PodFacts.IsTerminating(h) && IsOfAnotherVersion(h, snapshot)))
        {
            draft.Add(new StampHead(
                head,
                new SortedDictionary<string, string>(StringComparer.Ordinal)
                {
                    [RayAnnotations.OperatorVersion] = snapshot.Settings.Version,
                    [RayAnnotations.UpgradeStrategyRecreateHash] = hash,
                },
                "another version of the operator made the head"));
        }

        if (draft.Heads.Any(h => !IsOfAnotherVersion(h, snapshot) && IsOutdated(h, hash)))
        {
            Replace(draft);
        }
    }

    private static void Replace(PlanDraft draft)
    {
        var workers = draft.Snapshot.Workers.Where(w => !draft.IsGoing(w)).ToList();
        var isFirstHalfDone = workers.Count == 0 && draft.Snapshot.Unseen.All(e => e.IsAroundPods);
        foreach (var pod in isFirstHalfDone ? draft.Heads.Where(h => !draft.IsGoing(h)).ToList() : workers)
        {
            draft.Delete(pod, DeletionCause.Recreated, "the spec changed and the upgrade strategy is Recreate");
        }

        draft.WaitFor("the pods of the former spec to be gone");
        draft.SettlePods();
    }

    private static bool IsOfAnotherVersion(V1Pod head, ClusterSnapshot snapshot) =>
        PodFacts.Annotation(head, RayAnnotations.OperatorVersion) is { Length: > 0 } version && version != snapshot.Settings.Version;

    private static bool IsOutdated(V1Pod head, string hash) =>
        PodFacts.Annotation(head, RayAnnotations.UpgradeStrategyRecreateHash) is { Length: > 0 } stored && stored != hash;
}
