namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// While a pod of the cluster cannot be read, nobody can say whether it is the head or a worker of which group, and whether it is alive.
/// Whatever were created might be its twin, and whatever were deleted might be all that works: nothing more is decided until the pod can be
/// read or is gone, which wakes the cluster.
/// </summary>
internal static class UnreadablePodsRule
{
    public static void Apply(PlanDraft draft)
    {
        var pods = draft.Snapshot.UnreadablePods;
        if (pods.IsEmpty)
        {
            return;
        }

        // The problem comes last: it is the longest part, and the end of a long note is cut.
        var more = pods.Length == 1 ? "" : $" (and {pods.Length - 1} more)";
        draft.Warn(new(
            Notices.UnreadablePod,
            "Observe",
            $"The pod {pods[0].Key.Name}{more} cannot be read, so no pod of this cluster is created or deleted; "
            + $"upgrade the operator or delete the pod. The problem: {pods[0].Problem}"));
        draft.StopFor($"pods that cannot be read: {string.Join(", ", pods.Select(p => p.Key.Name))}");
    }
}
