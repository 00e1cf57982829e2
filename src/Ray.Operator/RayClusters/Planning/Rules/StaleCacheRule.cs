using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>Groups with writes that the caches do not show yet are not counted; the others go on.</summary>
internal static class StaleCacheRule
{
    public static void Apply(PlanDraft draft)
    {
        foreach (var group in draft.Snapshot.Unseen.Where(e => e.Kind != ExpectedChange.Elsewhere).GroupBy(e => e.Group, StringComparer.Ordinal))
        {
            draft.WaitFor($"the caches to show {group.Count()} change(s) in group {group.Key}", group.Min(e => e.Until));
        }
    }
}
