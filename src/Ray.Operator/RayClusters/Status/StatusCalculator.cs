using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Applying;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.RayClusters.Status;

/// <summary>
/// The status that tells what was observed and what became of the plan. Pure. Times are those of the snapshot and change only when what
/// they
/// date does, so an unchanged cluster gets an equal status.
/// </summary>
internal static class StatusCalculator
{
    /// <summary>Computes the status.</summary>
    public static RayClusterStatus Compute(ClusterSnapshot snapshot, Plan plan, ApplyOutcome outcome)
    {
        var before = snapshot.Cluster.Status ?? new();
        var isValid = plan.Problems.IsEmpty;
        var after = Observed(snapshot, ServiceOf(snapshot, isValid), before);
        if (isValid)
        {
            SetDesired(snapshot.Cluster, after);
        }

        after.ObservedGeneration = snapshot.Cluster.Metadata.Generation;
        after.Conditions = ConditionRules.Compute(snapshot, plan, outcome);
        SetState(snapshot, plan, outcome, after);
        if (before.LastUpdateTime is null || !StatusPatch.Between(before, after).IsEmpty)
        {
            after.LastUpdateTime = snapshot.Timestamp;
        }

        return after;
    }

    private static RayClusterStatus Observed(ClusterSnapshot snapshot, V1Service? service, RayClusterStatus before)
    {
        var head = HeadOf(snapshot);
        return before with
        {
            AvailableWorkerReplicas = snapshot.Workers.Count(PodFacts.IsRunning),
            ReadyWorkerReplicas = snapshot.Workers.Count(PodFacts.IsReady),
            Endpoints = Endpoints.Of(service),
            Head = new HeadInfo
            {
                PodName = head?.Metadata.Name,
                PodIp = head?.Status?.PodIP,
                ServiceName = service?.Metadata.Name,
                ServiceIp = Endpoints.IsHeadless(service) ? head?.Status?.PodIP : service?.Spec?.ClusterIP,
            },
        };
    }

    // A refused spec is not counted: what it asks for may make no sense.
    private static void SetDesired(RayCluster cluster, RayClusterStatus status)
    {
        var groups = cluster.Spec?.WorkerGroupSpecs ?? [];
        status.DesiredWorkerReplicas = GroupSize.Sum(groups, GroupSize.Pods);
        status.MinWorkerReplicas = GroupSize.Sum(groups, GroupSize.MinPods);
        status.MaxWorkerReplicas = GroupSize.Sum(groups, GroupSize.MaxPods);
        status.DesiredCpu = DesiredResources.Cpu(cluster);
        status.DesiredMemory = DesiredResources.Memory(cluster);
        status.DesiredGpu = DesiredResources.Gpu(cluster);
        status.DesiredTpu = DesiredResources.Tpu(cluster);
    }

    private static void SetState(ClusterSnapshot snapshot, Plan plan, ApplyOutcome outcome, RayClusterStatus status)
    {
        var before = status.State;
        if (!plan.Problems.IsEmpty)
        {
            status.State = RayClusterState.Failed;
            status.Reason = string.Join("; ", plan.Problems);
        }
        else if (outcome.Failure is null && IsReady(snapshot))
        {
            status.State = RayClusterState.Ready;
            status.Reason = null;
        }
        else if (snapshot.Cluster.Spec?.Suspend == true && snapshot.Pods.IsEmpty && snapshot.Unseen.All(e => e.IsAroundPods))
        {
            status.State = RayClusterState.Suspended;
        }
        else if (before == RayClusterState.Failed)
        {
            // Only a refused spec sets this state, and the spec was mended.
            status.State = null;
            status.Reason = null;
        }

        if (status.State is { } state && state != before)
        {
            status.StateTransitionTimes = new Dictionary<string, DateTime>(
                status.StateTransitionTimes ?? new Dictionary<string, DateTime>())
            {
                [state] = snapshot.Timestamp,
            };
        }
    }

    /// <summary>Whether the cluster has exactly the pods it wants, and all of them run and none is known to be unready.</summary>
    public static bool IsReady(ClusterSnapshot snapshot) =>
        snapshot.Heads.Any()
        && snapshot.Pods.Length == 1L + GroupSize.Sum(snapshot.Groups, GroupSize.Pods)
        && snapshot.Pods.All(p => PodFacts.IsRunning(p) && PodFacts.ReadyCondition(p)?.Status != "False");

    /// <summary>The head that serves: one that stays if there is one.</summary>
    public static V1Pod? HeadOf(ClusterSnapshot snapshot) => snapshot.Heads
        .OrderBy(PodFacts.IsTerminating)
        .ThenByDescending(PodFacts.IsReady)
        .ThenByDescending(PodFacts.IsRunning)
        .ThenBy(p => p.Metadata.CreationTimestamp ?? DateTime.MaxValue)
        .FirstOrDefault();

    private static V1Service? ServiceOf(ClusterSnapshot snapshot, bool isValid)
    {
        var name = isValid ? HeadService.NameOf(snapshot.Cluster) : null;
        return snapshot.HeadServices.FirstOrDefault(s => name is null || s.Metadata.Name == name);
    }
}
