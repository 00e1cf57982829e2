using System.Globalization;
using Ray.Api;
using Ray.Operator.RayClusters.Desired.Scheduling;

namespace Ray.Operator.RayClusters.Desired.Metadata;

/// <summary>
/// Labels of a pod: the operator's, overlaid by the template's and the group's, save those that the operator finds pods by.
/// </summary>
internal static class PodLabels
{
    /// <summary>The labels of a pod.</summary>
    public static IDictionary<string, string> Of(RayNode node)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [RayLabels.IsRayNode] = RayLabels.Yes,
            [RayLabels.Cluster] = node.ClusterName,
            [RayLabels.NodeType] = node.NodeType,
            [RayLabels.Group] = node.GroupName,
            [RayLabels.Identifier] = ObjectNames.LabelValue($"{node.ClusterName}-{node.NodeType}"),
            [RayLabels.AppName] = RayLabels.ApplicationName,
            [RayLabels.AppCreatedBy] = RayLabels.OperatorName,
        };
        Overlay(labels, node.Template.Metadata.Labels);
        Overlay(labels, node.GroupLabels);
        AddServe(labels, node);
        AddReplica(labels, node);
        BatchScheduling.AddLabels(labels, node);
        foreach (var (key, value) in node.Settings.DefaultPodLabels)
        {
            labels.TryAdd(key, value);
        }

        node.Origin.AddLabels(labels, node);

        return labels;
    }

    /// <summary>Whether the operator finds pods by this label, so that nobody else may set it.</summary>
    public static bool IsReserved(string key) => key is RayLabels.Cluster or RayLabels.NodeType or RayLabels.Group;

    private static void Overlay(SortedDictionary<string, string> labels, IDictionary<string, string>? others)
    {
        foreach (var (key, value) in others ?? new Dictionary<string, string>())
        {
            if (!IsReserved(key))
            {
                labels[key] = value;
            }
        }
    }

    private static void AddReplica(SortedDictionary<string, string> labels, RayNode node)
    {
        if (node.Replica is not { } replica)
        {
            return;
        }

        labels[RayLabels.WorkerGroupReplicaIndex] = Text(replica.Index);
        if (replica is { Name: { } name, HostIndex: { } host })
        {
            labels[RayLabels.WorkerGroupReplicaName] = name;
            labels[RayLabels.ReplicaHostIndex] = Text(host);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void AddServe(SortedDictionary<string, string> labels, RayNode node)
    {
        if (node.IsForServe)
        {
            labels[RayLabels.Serve] = node.IsHead ? "false" : "true";
        }
    }
}
