using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// Workers that <c>scaleStrategy.workersToDelete</c> names are deleted, whatever the replica count. Only pods of that cluster and group:
/// whoever may edit a RayCluster must not thereby delete other pods. Names of pods that are gone are normal; nobody clears the list for us.
/// </summary>
internal static class NamedWorkersRule
{
    public static void Apply(PlanDraft draft)
    {
        foreach (var group in draft.CountableGroups)
        {
            var names = group.ScaleStrategy?.WorkersToDelete?.ToHashSet(StringComparer.Ordinal) ?? [];
            if (names.Count == 0)
            {
                continue;
            }

            // Of replicas that span hosts all hosts go, by a rule of their own.
            if (!GroupSize.IsMultiHost(group, draft.Snapshot.Settings))
            {
                foreach (var pod in draft.PodsOf(group).Where(p => names.Contains(PodFacts.NameOf(p)) && !draft.IsGoing(p)))
                {
                    draft.Delete(pod, DeletionCause.Named, "workersToDelete names it");
                }
            }

            WarnOfForeign(draft, group, names);
        }
    }

    private static void WarnOfForeign(PlanDraft draft, WorkerGroupSpec group, HashSet<string> names)
    {
        var snapshot = draft.Snapshot;
        var ofOtherGroups = snapshot.Pods
            .Where(p => !PodFacts.IsWorker(p) || PodFacts.GroupOf(p) != group.GroupName)
            .Select(PodFacts.NameOf);
        var foreign = names.Intersect(snapshot.ForeignPodNames.Concat(ofOtherGroups)).Order(StringComparer.Ordinal).ToList();
        if (foreign.Count > 0)
        {
            draft.Warn(new(
                Notices.IgnoredWorkersToDelete,
                "Delete",
                $"Ignored in workersToDelete of group {group.GroupName}, no pods of that group: {string.Join(", ", foreign)}"));
        }
    }
}
