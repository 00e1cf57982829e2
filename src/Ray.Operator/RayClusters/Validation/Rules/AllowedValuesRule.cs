using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>
/// Fields with a closed set of values hold one of them. The schema says so too; an object that an older one let pass is still stored.
/// </summary>
internal static class AllowedValuesRule
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context) => FieldsOf(context.Spec)
        .Where(field => field.Value is { Length: > 0 } value && !field.Allowed.Contains(value, StringComparer.Ordinal))
        .Select(field => ClusterContext.Problem(
            $"spec.{field.Path}", $"'{field.Value}' is not allowed", $"use {string.Join(" or ", field.Allowed)}"));

    private static (string Path, string? Value, string[] Allowed)[] FieldsOf(RayClusterSpec spec) =>
    [
        ("headGroupSpec.serviceType", spec.HeadGroupSpec?.ServiceType, ["ClusterIP", "NodePort", "LoadBalancer"]),
        ("headGroupSpec.ingressOptions.pathType", spec.HeadGroupSpec?.IngressOptions?.PathType,
            [IngressPathType.Exact, IngressPathType.Prefix, IngressPathType.ImplementationSpecific]),
        ("upgradeStrategy.type", spec.UpgradeStrategy?.Type, [UpgradeStrategyType.Recreate, UpgradeStrategyType.None]),
        ("autoscalerOptions.version", spec.AutoscalerOptions?.Version, [AutoscalerVersion.V1, AutoscalerVersion.V2]),
        ("autoscalerOptions.upscalingMode", spec.AutoscalerOptions?.UpscalingMode,
            [UpscalingMode.Default, UpscalingMode.Aggressive, UpscalingMode.Conservative]),
        ("gcsFaultToleranceOptions.backend", spec.GcsFaultToleranceOptions?.Backend,
            [GcsFaultToleranceBackend.Redis, GcsFaultToleranceBackend.RocksDb]),
        ("gcsFaultToleranceOptions.storage.deletionPolicy", spec.GcsFaultToleranceOptions?.Storage?.DeletionPolicy,
            [GcsStorageDeletionPolicy.DeleteWithCluster, GcsStorageDeletionPolicy.Retain]),
        ("authOptions.mode", spec.AuthOptions?.Mode, [AuthMode.Disabled, AuthMode.Token]),
        ("networkPolicy.mode", spec.NetworkPolicy?.Mode,
            [NetworkPolicyMode.DenyAll, NetworkPolicyMode.DenyAllIngress, NetworkPolicyMode.DenyAllEgress]),
    ];
}
