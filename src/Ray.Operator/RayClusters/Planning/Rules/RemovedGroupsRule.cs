using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>Workers of a group that is not in the spec (any more, or under that name) are deleted.</summary>
internal static class RemovedGroupsRule
{
    public static void Apply(PlanDraft draft)
    {
        var groups = draft.Snapshot.Groups.Select(g => g.GroupName).ToHashSet();
        if (draft.GroupsOfWorkers.All(groups.Contains))
        {
            return;
        }

        foreach (var pod in draft.Snapshot.Workers)
        {
            var group = PodFacts.GroupOf(pod);
            if (!groups.Contains(group) && !draft.Snapshot.IsStale(group) && !draft.IsGoing(pod))
            {
                draft.Delete(pod, DeletionCause.GroupRemoved, $"group {group} is not in the spec");
            }
        }
    }
}
