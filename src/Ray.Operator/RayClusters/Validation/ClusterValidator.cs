using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Validation.Rules;

namespace Ray.Operator.RayClusters.Validation;

/// <summary>
/// Checks what the schema cannot, and again what it can: a stored object may be older than the schema, and servers without CEL skip half
/// of it. Pure; finds every problem, in a fixed order.
/// </summary>
internal static class ClusterValidator
{
    private static readonly Func<ClusterContext, IEnumerable<SpecProblem>>[] s_clusterRules =
    [
        MetadataNameRule.Check,
        HeadGroupRule.Check,
        GroupNamesRule.Check,
        AllowedValuesRule.Check,
        UpgradeStrategyRule.Check,
        ServePortRule.Check,
        FaultToleranceSwitchRule.Check,
        RedisRule.Check,
        RocksDbRule.Check,
        AutoscalerVersionRule.Check,
        AutoscalerOptionsRule.Check,
        AuthenticationRule.Check,
        NetworkPolicyRule.Check,
        HistoryServerRule.Check,
        TlsRule.Check,
    ];

    private static readonly Func<GroupContext, IEnumerable<SpecProblem>>[] s_groupRules =
    [
        TemplateRule.Check,
        ContainerNamesRule.Check,
        QuantityRangeRule.Check,
        ReplicaBoundsRule.Check,
        ResourcesRule.Check,
        LabelsRule.Check,
        IdleTimeoutRule.Check,
        PriorityRule.Check,
        SuspendedGroupRule.Check,
        RestartPolicyRule.Check,
    ];

    private static readonly Func<ClusterContext, IEnumerable<SpecProblem>>[] s_warnings =
    [
        StatusWarning.Check,
        RestartPolicyWarning.Check,
        RedisAddressWarning.Check,
        DeletionTimeoutWarning.Check,
        AuthenticationModeWarning.Check,
        DnsWarning.Check,
        GangSchedulingWarning.Check,
    ];

    /// <summary>Everything that is wrong with a cluster, and everything that is odd.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="settings">Settings of the operator: gates decide about some fields.</param>
    public static ValidationResult Validate(RayCluster cluster, OperatorSettings settings)
    {
        var context = new ClusterContext(cluster, settings);
        return new(
            [
                .. s_clusterRules.SelectMany(rule => rule(context)),
                .. context.Groups.SelectMany(group => s_groupRules.SelectMany(rule => rule(group))),
            ],
            [.. s_warnings.SelectMany(rule => rule(context))]);
    }
}
