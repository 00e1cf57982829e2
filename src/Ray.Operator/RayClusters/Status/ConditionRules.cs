using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Operator.RayClusters.Applying;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.RayClusters.Status;

/// <summary>The conditions of a cluster.</summary>
internal static class ConditionRules
{
    /// <summary>
    /// True while the operator refuses the spec or the metadata; absent otherwise, as <c>ReplicaFailure</c> is. Ours: KubeRay tells of a
    /// refused spec in an event alone.
    /// </summary>
    public const string SpecInvalid = "RayClusterSpecInvalid";

    /// <summary>Computes the conditions: those of before, with what is known now.</summary>
    public static IList<V1Condition> Compute(ClusterSnapshot snapshot, Plan plan, ApplyOutcome outcome)
    {
        var conditions = new ConditionList(snapshot.Cluster.Status?.Conditions, snapshot.Timestamp);
        var head = HeadCondition.Of(StatusCalculator.HeadOf(snapshot));
        conditions.Set(RayConditionTypes.HeadPodReady, head.Status, head.Reason, head.Message);
        if (!plan.Problems.IsEmpty)
        {
            conditions.Set(SpecInvalid, true, plan.Problems[0].Reason, string.Join("; ", plan.Problems));
            return conditions.ToList();
        }

        conditions.Remove(SpecInvalid);
        if (!snapshot.Settings.Gates.RayClusterStatusConditions)
        {
            return [];
        }

        SetProvisioned(snapshot, outcome, conditions);
        SetSuspension(snapshot, outcome, conditions);
        SetReplicaFailure(plan, outcome, conditions);
        return conditions.ToList();
    }

    private static void SetProvisioned(ClusterSnapshot snapshot, ApplyOutcome outcome, ConditionList conditions)
    {
        if (conditions.IsTrue(RayConditionTypes.RayClusterProvisioned))
        {
            // Tells whether the cluster was ready once; what happens later is told elsewhere.
            return;
        }

        if (outcome.Failure is null && StatusCalculator.IsReady(snapshot))
        {
            conditions.Set(
                RayConditionTypes.RayClusterProvisioned,
                true,
                RayConditionReasons.AllPodRunningAndReadyFirstTime,
                "All Ray Pods are ready for the first time");
        }
        else if (!conditions.IsTrue(RayConditionTypes.RayClusterSuspended))
        {
            conditions.Set(
                RayConditionTypes.RayClusterProvisioned,
                false,
                RayConditionReasons.RayClusterPodsProvisioning,
                "RayCluster Pods are being provisioned for first time");
        }
    }

    private static void SetSuspension(ClusterSnapshot snapshot, ApplyOutcome outcome, ConditionList conditions)
    {
        switch (outcome.Failure is null ? Suspension.StepOf(snapshot) : SuspensionStep.DeletePods)
        {
            case SuspensionStep.None or SuspensionStep.Resume:
                Set(isSuspending: false, isSuspended: false);
                break;
            case SuspensionStep.Begin:
                Set(isSuspending: true, isSuspended: false);
                break;
            case SuspensionStep.Complete:
                Set(isSuspending: false, isSuspended: true);
                conditions.Set(
                    RayConditionTypes.RayClusterProvisioned,
                    false,
                    RayConditionReasons.RayClusterPodsProvisioning,
                    "RayCluster has been suspended");
                break;
            case SuspensionStep.DeletePods or SuspensionStep.Rest:
                break;
        }

        void Set(bool isSuspending, bool isSuspended)
        {
            conditions.Set(RayConditionTypes.RayClusterSuspending, isSuspending, RayConditionReasons.RayClusterSuspending);
            conditions.Set(RayConditionTypes.RayClusterSuspended, isSuspended, RayConditionReasons.RayClusterSuspended);
        }
    }

    private static void SetReplicaFailure(Plan plan, ApplyOutcome outcome, ConditionList conditions)
    {
        var failures = outcome.Failures.Where(f => f.Action is CreatePod or DeletePod).ToList();
        if (failures.Count > 0)
        {
            conditions.Set(
                RayConditionTypes.ReplicaFailure,
                true,
                ReasonOf(failures[0].Action),
                string.Join("; ", failures.Select(f => f.Error).Distinct()));
        }
        else if (outcome.Failure is null && plan.Waits.IsEmpty)
        {
            // A pass that waits for its caches has not tried again yet, so it cannot say that the failure is over.
            conditions.Remove(RayConditionTypes.ReplicaFailure);
        }
    }

    private static string ReasonOf(PlannedAction action) => action switch
    {
        CreatePod { Group: RayLabels.HeadGroupName } => RayConditionReasons.FailedCreateHeadPod,
        CreatePod => RayConditionReasons.FailedCreateWorkerPod,
        DeletePod { Cause: DeletionCause.Suspended or DeletionCause.Recreated } => RayConditionReasons.FailedDeleteAllPods,
        DeletePod { Group: RayLabels.HeadGroupName } => RayConditionReasons.FailedDeleteHeadPod,
        _ => RayConditionReasons.FailedDeleteWorkerPod,
    };
}
