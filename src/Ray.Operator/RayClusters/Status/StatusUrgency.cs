using k8s.Models;
using Ray.Api;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Status;

/// <summary>
/// When a changed status is written. News that people and other controllers wait for is written at once; progress (counts, addresses)
/// waits a moment, because more of it follows: pods of a cluster start together, and one write tells of all.
/// </summary>
internal static class StatusUrgency
{
    // On a crowded control plane the pods of a new cluster need longer than a moment, and nobody can use the cluster before.
    private static readonly TimeSpan s_patienceWithNew = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>How long progress may wait: the cluster's status is never further behind than this.</summary>
    /// <param name="before">The stored status; a cluster that never was ready, suspended or failed has no state.</param>
    public static TimeSpan Patience(RayClusterStatus? before) => string.IsNullOrEmpty(before?.State) ? s_patienceWithNew : s_patience;

    /// <summary>Whether the state changed, a latch moved, or a failure began or ended.</summary>
    public static bool IsUrgent(RayClusterStatus? before, RayClusterStatus after) =>
        (after.State != before?.State && after.State is not null)
        || HasChanged(before, after, RayConditionTypes.RayClusterProvisioned, False)
        || HasChanged(before, after, RayConditionTypes.RayClusterSuspending, False)
        || HasChanged(before, after, RayConditionTypes.RayClusterSuspended, False)
        || HasChanged(before, after, RayConditionTypes.ReplicaFailure, null)
        || HasChanged(before, after, ConditionRules.SpecInvalid, null)
        || (before?.Conditions?.Any(c => c.Type == ConditionRules.SpecInvalid) == true
            && before.ObservedGeneration != after.ObservedGeneration);

    private const string False = "False";

    private static bool HasChanged(RayClusterStatus? before, RayClusterStatus after, string type, string? whenAbsent) =>
        (Find(before, type)?.Status ?? whenAbsent) != (Find(after, type)?.Status ?? whenAbsent);

    private static V1Condition? Find(RayClusterStatus? status, string type) => status?.Conditions?.FirstOrDefault(c => c.Type == type);
}
