using k8s.Models;
using Ray.Api;
using Ray.Operator.Options;

namespace Ray.Operator.RayClusters.Desired.Scheduling;

/// <summary>
/// Hands pods to the batch scheduler of the installation: its name, and the labels by which it queues. No groups of pods are made, so pods
/// are placed one by one.
/// </summary>
internal static class BatchScheduling
{
    // Labels of the cluster, and the pod labels that they become.
    private static readonly (string Scheduler, string From, string To)[] s_labels =
    [
        (BatchSchedulers.Volcano, "volcano.sh/queue-name", "volcano.sh/queue-name"),
        (BatchSchedulers.Volcano, RayLabels.PriorityClassName, RayLabels.PriorityClassName),
        (BatchSchedulers.YuniKorn, "yunikorn.apache.org/app-id", "applicationId"),
        (BatchSchedulers.YuniKorn, "yunikorn.apache.org/queue", "queue"),
        (BatchSchedulers.Kai, "kai.scheduler/queue", "kai.scheduler/queue"),
    ];

    /// <summary>Names the scheduler in the pod; without one of the installation the template's stays.</summary>
    public static void SetScheduler(V1PodSpec pod, OperatorSettings settings) =>
        pod.SchedulerName = settings.BatchScheduler switch
        {
            null => pod.SchedulerName,
            BatchSchedulers.SchedulerPlugins => "scheduler-plugins-scheduler",
            var name => name,
        };

    /// <summary>Adds the labels that the scheduler reads.</summary>
    public static void AddLabels(SortedDictionary<string, string> labels, RayNode node)
    {
        foreach (var (_, from, to) in s_labels.Where(label => label.Scheduler == node.Settings.BatchScheduler))
        {
            if (node.Cluster.Metadata?.Labels?.TryGetValue(from, out var value) == true)
            {
                labels[to] = value;
            }
        }
    }
}
