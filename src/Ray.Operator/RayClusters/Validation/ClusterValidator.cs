using System.Collections.Immutable;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Validation.Rules;

namespace Ray.Operator.RayClusters.Validation;

/// <summary>
/// Checks what the schema cannot, and again what it can: a stored object may be older than the schema, and servers without CEL skip half
/// of it.
/// Pure; finds every problem, in a fixed order.
/// </summary>
internal static class ClusterValidator
{
    private static readonly Func<RayCluster, IEnumerable<SpecProblem>>[] s_clusterRules =
    [
        MetadataNameRule.Check,
        HeadGroupRule.Check,
        GroupNamesRule.Check,
    ];

    private static readonly Func<GroupContext, IEnumerable<SpecProblem>>[] s_groupRules =
    [
        TemplateRule.Check,
        QuantityRangeRule.Check,
        ReplicaBoundsRule.Check,
        ResourcesRule.Check,
        LabelsRule.Check,
        SuspendedGroupRule.Check,
    ];

    /// <summary>Every problem of a cluster; empty when it is valid.</summary>
    public static ImmutableArray<SpecProblem> Validate(RayCluster cluster)
    {
        var groups = cluster.Spec is null ? [] : GroupContext.AllOf(cluster.Spec);
        return [.. s_clusterRules.SelectMany(rule => rule(cluster)),
            .. groups.SelectMany(group => s_groupRules.SelectMany(rule => rule(group)))];
    }
}
