using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning.Rules;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>Decides what to do for a cluster. Pure: the same snapshot gives the same plan.</summary>
internal static class Planner
{
    /// <summary>The rules, in the order in which they speak. A rule sees what earlier ones decided.</summary>
    private static readonly Action<PlanDraft>[] s_rules =
    [
        ValidSpecRule.Apply,           // an invalid spec: say so, touch nothing
        UnsupportedFieldsRule.Apply,   // fields without effect: say so
        UnreadablePodsRule.Apply,      // a pod that exists but cannot be read: it must not be made a second time
        HeadServiceMissingRule.Apply,  // a stable DNS name before the first pod
        StaleCacheRule.Apply,          // groups whose own writes are not seen yet are left out below
        DeadHeadRule.Apply,            // a head that ended is removed
        DuplicateHeadsRule.Apply,      // of several heads the best one stays
        HeadMayStayDownRule.Apply,     // the user may want a provisioned head not to be restarted
        HeadMissingRule.Apply,         // one head
        RemovedGroupsRule.Apply,       // pods of groups that left the spec go
        DeadWorkersRule.Apply,         // workers that ended are removed; they hold no place
        NamedWorkersRule.Apply,        // scale down by name
        SurplusWorkersRule.Apply,      // scale down by count
        MissingWorkersRule.Apply,      // scale up, and replace what is gone
        HeadServiceDriftRule.Apply,    // last: a service that cannot be mended must not keep pods from being made
    ];

    /// <summary>Plans.</summary>
    public static Plan Plan(ClusterSnapshot snapshot)
    {
        var draft = new PlanDraft(snapshot);
        foreach (var rule in s_rules)
        {
            rule(draft);
            if (draft.IsStopped)
            {
                break;
            }
        }

        return draft.ToPlan();
    }
}
