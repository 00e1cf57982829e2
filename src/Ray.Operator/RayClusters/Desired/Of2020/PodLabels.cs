using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired.Of2020;

/// <summary>
/// The labels by which users of 2020 select pods. They always tell the truth: what a template says in their place never stands. The operator
/// itself finds pods by its own labels.
/// </summary>
internal static class PodLabels
{
    private const string Cluster = "rayClusterName";
    private const string NodeType = "rayNodeType";
    private const string Group = "groupName";
    private const string Identifier = "identifier";

    public static void AddTo(IDictionary<string, string> labels, RayNode node)
    {
        labels[Cluster] = ObjectNames.LabelValue(node.ClusterName);
        labels[NodeType] = node.NodeType;
        labels[Group] = ObjectNames.LabelValue(node.GroupName);
        labels[Identifier] = ObjectNames.LabelValue($"{node.ClusterName}-{node.NodeType}");
    }
}
