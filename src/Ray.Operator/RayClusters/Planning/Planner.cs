using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning.Rules;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>Decides what to do for a cluster. Pure: the same snapshot gives the same plan.</summary>
internal static class Planner
{
    /// <summary>What comes before the pods. A rule sees what earlier ones decided.</summary>
    private static readonly Action<PlanDraft>[] s_first =
    [
        DeletionRule.Apply,            // a cluster that goes: clear Redis, let it go; its spec does not matter any more
        ValidSpecRule.Apply,           // an invalid spec: say so, touch nothing
        UnsupportedFieldsRule.Apply,   // fields without effect: say so
        FinalizerRule.Apply,           // hold on to a cluster that keeps state in Redis before it can put any there
        UnreadablePodsRule.Apply,      // a pod that exists but cannot be read: it must not be made a second time
        AutoscalerAccountRule.Apply,   // who the autoscaler is
        AutoscalerAccessRule.Apply,    // what it may do
        AuthSecretRule.Apply,          // the token that pods mount
        HeadServiceMissingRule.Apply,  // a stable DNS name before the first pod
        OtherServicesRule.Apply,       // names for hosts of a replica, and for Ray Serve
        GcsVolumeClaimRule.Apply,      // the volume of the head
    ];

    /// <summary>The pods.</summary>
    private static readonly Action<PlanDraft>[] s_pods =
    [
        StaleCacheRule.Apply,          // groups whose own writes are not seen yet are left out below
        SuspensionRule.Apply,          // a suspended cluster has no pods
        RecreateRule.Apply,            // a changed spec may want all pods made anew
        DeadHeadRule.Apply,            // a head that ended is removed
        DuplicateHeadsRule.Apply,      // of several heads the best one stays
        HeadMayStayDownRule.Apply,     // the user may want a provisioned head not to be restarted
        HeadMissingRule.Apply,         // one head
        RemovedGroupsRule.Apply,       // pods of groups that left the spec go
        SuspendedGroupsRule.Apply,     // pods of groups that are suspended go
        DeadWorkersRule.Apply,         // workers that ended are removed; they hold no place
        NamedWorkersRule.Apply,        // scale down by name
        BrokenReplicasRule.Apply,      // replicas that span hosts go as a whole when one host does
        SurplusWorkersRule.Apply,      // scale down by count
        SurplusReplicasRule.Apply,     // the same for replicas that span hosts
        MissingWorkersRule.Apply,      // scale up, and replace what is gone
        MissingReplicasRule.Apply,     // the same for replicas that span hosts
    ];

    /// <summary>What must not keep pods from being made when it fails.</summary>
    private static readonly Action<PlanDraft>[] s_last =
    [
        HeadServiceDriftRule.Apply,
        IngressRule.Apply,
        NetworkPoliciesRule.Apply,
    ];

    /// <summary>Plans.</summary>
    public static Plan Plan(ClusterSnapshot snapshot)
    {
        var draft = new PlanDraft(snapshot);
        Run(s_first, draft, () => draft.IsStopped);
        Run(s_pods, draft, () => draft.IsStopped || draft.HasPodsSettled);
        Run(s_last, draft, () => draft.IsStopped);
        return draft.ToPlan();
    }

    private static void Run(Action<PlanDraft>[] rules, PlanDraft draft, Func<bool> isOver)
    {
        foreach (var rule in rules.TakeWhile(_ => !isOver()))
        {
            rule(draft);
        }
    }
}
