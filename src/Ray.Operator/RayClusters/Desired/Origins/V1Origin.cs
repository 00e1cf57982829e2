using k8s.Models;
using Ray.Operator.RayClusters.Desired.Environment;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired.Origins;

/// <summary>Clusters that were written as <c>ray.io/v1</c>: the user's command prepares the container and Ray runs last.</summary>
internal sealed class V1Origin : ClusterOrigin
{
    public override bool KeepsUsersHeadService => false;

    public override string WorkerPod(string cluster, string group) => ObjectNames.WorkerPod(cluster, group);

    public override void AddLabels(IDictionary<string, string> labels, RayNode node)
    {
    }

    public override void Adapt(SortedDictionary<string, string> parameters, RayNode node)
    {
    }

    public override IEnumerable<EnvironmentEntry> Variables(RayNode node) => [];

    public override string Join(IReadOnlyList<string> words, string start) =>
        $"{string.Concat(words.Select(word => $" {word} "))} && {start}";

    public override void Complete(V1ServiceSpec service)
    {
    }
}
