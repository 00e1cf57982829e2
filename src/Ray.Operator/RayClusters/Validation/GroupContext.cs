using k8s.Models;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Validation;

/// <summary>The head group or a worker group, seen the same way.</summary>
/// <param name="Path">Path of the group in the object.</param>
/// <param name="Cluster">The cluster that it belongs to.</param>
/// <param name="Worker">The worker group; null for the head group.</param>
/// <param name="Template">Its pod template.</param>
/// <param name="Resources">Its Ray resources.</param>
/// <param name="Labels">Its Ray labels.</param>
/// <param name="RayStartParams">Its parameters of <c>ray start</c>.</param>
internal sealed record GroupContext(
    string Path,
    ClusterContext Cluster,
    WorkerGroupSpec? Worker,
    V1PodTemplateSpec? Template,
    IDictionary<string, string>? Resources,
    IDictionary<string, string>? Labels,
    IDictionary<string, string>? RayStartParams)
{
    /// <summary>All groups of a cluster: the head's first, if there is one.</summary>
    public static IEnumerable<GroupContext> AllOf(ClusterContext cluster)
    {
        if (cluster.Spec.HeadGroupSpec is { } head)
        {
            yield return new("spec.headGroupSpec", cluster, null, head.Template, head.Resources, head.Labels, head.RayStartParams);
        }

        foreach (var (index, worker) in (cluster.Spec.WorkerGroupSpecs ?? []).Index().Where(group => group.Item is not null))
        {
            yield return new(
                PathOf(index), cluster, worker, worker.Template, worker.Resources, worker.Labels, worker.RayStartParams);
        }
    }

    /// <summary>The containers of the template with their paths, init containers last; nulls left out.</summary>
    public IEnumerable<(string Path, V1Container Container)> Containers =>
        Of("containers", Template?.Spec?.Containers).Concat(Of("initContainers", Template?.Spec?.InitContainers));

    /// <summary>Path of a worker group.</summary>
    public static string PathOf(int index) => $"spec.workerGroupSpecs[{index}]";

    /// <summary>A problem of this group.</summary>
    public SpecProblem Problem(string field, string message, string remedy) => new(ProblemKind.Spec, $"{Path}.{field}", message, remedy);

    private IEnumerable<(string Path, V1Container Container)> Of(string list, IList<V1Container>? containers) =>
        (containers ?? []).Index()
            .Where(container => container.Item is not null)
            .Select(container => ($"{Path}.template.spec.{list}[{container.Index}]", container.Item));
}
