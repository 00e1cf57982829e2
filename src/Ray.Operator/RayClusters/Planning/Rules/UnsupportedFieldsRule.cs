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
            draft.Warn(new(
                Notices.UnsupportedField,
                "Validate",
                $"Not acted on yet: {string.Join(", ", fields)}; remove them, or do without their effect"));
        }
    }

    private static IEnumerable<string> FieldsOf(RayClusterSpec spec)
    {
        (bool IsSet, string Field)[] fields =
        [
            (spec.HistoryServerOptions is not null, "spec.historyServerOptions"),
        ];
        return fields.Where(f => f.IsSet).Select(f => f.Field);
    }
}
