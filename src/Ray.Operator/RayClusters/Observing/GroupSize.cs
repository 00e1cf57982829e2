using Ray.Api.V1;
using Ray.Operator.Options;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>How many pods a worker group shall have. Counts saturate at the largest 32-bit integer, as the status fields do.</summary>
internal static class GroupSize
{
    /// <summary>Pods of one replica: <c>numOfHosts</c>, at least 1.</summary>
    public static int Hosts(WorkerGroupSpec group) => Math.Max(1, group.NumOfHosts ?? 1);

    /// <summary>Whether replicas span hosts, and the hosts of one live and die together.</summary>
    public static bool IsMultiHost(WorkerGroupSpec group, OperatorSettings settings) =>
        Hosts(group) > 1 && settings.Gates.RayMultiHostIndexing;

    /// <summary>Replicas wanted: <c>replicas</c> kept within the group's bounds, the lower bound when absent, 0 while suspended.</summary>
    public static int Replicas(WorkerGroupSpec group)
    {
        if (group.Suspend == true)
        {
            return 0;
        }

        var min = Math.Max(0, group.MinReplicas ?? 0);
        var max = Math.Max(0, group.MaxReplicas ?? int.MaxValue);
        return Math.Min(Math.Max(group.Replicas ?? min, min), max);
    }

    /// <summary>Pods wanted.</summary>
    public static int Pods(WorkerGroupSpec group) => Saturate((long)Replicas(group) * Hosts(group));

    /// <summary>Fewest pods; 0 while suspended.</summary>
    public static int MinPods(WorkerGroupSpec group) =>
        group.Suspend == true ? 0 : Saturate((long)Math.Max(0, group.MinReplicas ?? 0) * Hosts(group));

    /// <summary>Most pods; 0 while suspended.</summary>
    public static int MaxPods(WorkerGroupSpec group) =>
        group.Suspend == true ? 0 : Saturate((long)Math.Max(0, group.MaxReplicas ?? int.MaxValue) * Hosts(group));

    /// <summary>The sum over groups.</summary>
    public static int Sum(IEnumerable<WorkerGroupSpec> groups, Func<WorkerGroupSpec, int> count) =>
        Saturate(groups.Sum(g => (long)count(g)));

    private static int Saturate(long count) => (int)Math.Min(count, int.MaxValue);
}
