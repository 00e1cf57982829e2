using k8s.Models;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Validation;

/// <summary>The head group or a worker group, seen the same way.</summary>
/// <param name="Path">Path of the group in the object.</param>
/// <param name="Spec">The spec that it belongs to.</param>
/// <param name="Worker">The worker group; null for the head group.</param>
/// <param name="Template">Its pod template.</param>
/// <param name="Resources">Its Ray resources.</param>
/// <param name="Labels">Its Ray labels.</param>
/// <param name="RayStartParams">Its parameters of <c>ray start</c>.</param>
internal sealed record GroupContext(
    string Path,
    RayClusterSpec Spec,
    WorkerGroupSpec? Worker,
    V1PodTemplateSpec? Template,
    IDictionary<string, string>? Resources,
    IDictionary<string, string>? Labels,
    IDictionary<string, string>? RayStartParams)
{
    /// <summary>All groups of a spec: the head's first, if there is one.</summary>
    public static IEnumerable<GroupContext> AllOf(RayClusterSpec spec)
    {
        if (spec.HeadGroupSpec is { } head)
        {
            yield return new("spec.headGroupSpec", spec, null, head.Template, head.Resources, head.Labels, head.RayStartParams);
        }

        foreach (var (index, worker) in (spec.WorkerGroupSpecs ?? []).Index())
        {
            yield return new(
                PathOf(index), spec, worker, worker.Template, worker.Resources, worker.Labels, worker.RayStartParams);
        }
    }

    /// <summary>Path of a worker group.</summary>
    public static string PathOf(int index) => $"spec.workerGroupSpecs[{index}]";

    /// <summary>A problem of this group.</summary>
    public SpecProblem Problem(string field, string message, string remedy) => new(ProblemKind.Spec, $"{Path}.{field}", message, remedy);
}
