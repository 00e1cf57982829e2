using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>Fields that are set and that this operator does not act on yet are named in one warning: nobody shall rely on them.</summary>
internal static class UnsupportedFieldsRule
{
    public static void Apply(PlanDraft draft)
    {
        var fields = draft.Snapshot.Cluster.Spec is { } spec ? FieldsOf(spec).ToList() : [];
        if (fields.Count > 0)
        {
            var remedy = draft.Snapshot.IsSuspended
                ? "while suspend is true no pod is created" : "remove them, or do without their effect";
            draft.Warn(new(Notices.UnsupportedField, "Validate", $"Not acted on yet: {string.Join(", ", fields)}; {remedy}"));
        }
    }

    private static IEnumerable<string> FieldsOf(RayClusterSpec spec)
    {
        (bool IsSet, string Field)[] fields =
        [
            (spec.Suspend == true, "spec.suspend"),
            (spec.AuthOptions?.Mode == AuthMode.Token, "spec.authOptions.mode"),
            (spec.NetworkPolicy is not null, "spec.networkPolicy"),
            (spec.GcsFaultToleranceOptions is not null, "spec.gcsFaultToleranceOptions"),
            (spec.EnableInTreeAutoscaling == true, "spec.enableInTreeAutoscaling"),
            (spec.UpgradeStrategy?.Type == UpgradeStrategyType.Recreate, "spec.upgradeStrategy.type"),
            (spec.HeadGroupSpec?.EnableIngress == true, "spec.headGroupSpec.enableIngress"),
            (spec.HistoryServerOptions is not null, "spec.historyServerOptions"),
        ];
        return fields.Where(f => f.IsSet).Select(f => f.Field);
    }
}
