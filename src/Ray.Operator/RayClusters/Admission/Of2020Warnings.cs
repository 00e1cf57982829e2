using System.Text.Json.Nodes;
using Ray.Api.V1Alpha1;
using Ray.Operator.RayClusters.Validation;

namespace Ray.Operator.RayClusters.Admission;

/// <summary>What of a <c>ray.io/v1alpha1</c> manifest is kept and does nothing, or does more than its author may think.</summary>
internal static class Of2020Warnings
{
    private static readonly string[] s_paramsOfWorkers = ["address", "port"];

    /// <summary>The warnings, the one about the version first.</summary>
    public static IEnumerable<SpecProblem> Check(RayCluster cluster) =>
    [
        new(ProblemKind.Spec, "apiVersion", "ray.io/v1alpha1 is the API of 2020",
            $"write new clusters as ray.io/v1: kubectl get rayclusters.v1.ray.io {cluster.Metadata?.Name ?? "NAME"} -o yaml shows this one"),
        .. OfTheService(cluster.Spec?.HeadService),
        .. OfTheHead(cluster.Spec?.HeadGroupSpec),
        .. (cluster.Spec?.WorkerGroupsSpec ?? []).SelectMany((group, index) => OfAGroup(group, $"spec.workerGroupsSpec[{index}]")),
    ];

    private static IEnumerable<SpecProblem> OfTheService(JsonObject? service)
    {
        foreach (var problem in Namespace(service, "spec.headService"))
        {
            yield return problem;
        }

        if (service?["spec"] is JsonObject spec && spec["selector"] is not null)
        {
            yield return Unused("spec.headService.spec.selector", "the service always leads to the head");
        }
    }

    private static IEnumerable<SpecProblem> OfTheHead(HeadGroupSpec? head)
    {
        if (head?.Replicas is { } replicas and not 1)
        {
            yield return Unused("spec.headGroupSpec.replicas", $"there is one head and not {replicas}");
        }

        foreach (var problem in Namespace(head?.Template, "spec.headGroupSpec.template").Concat(Password(head?.RayStartParams, "spec.headGroupSpec")))
        {
            yield return problem;
        }
    }

    private static IEnumerable<SpecProblem> OfAGroup(WorkerGroupSpec? group, string path)
    {
        foreach (var problem in Namespace(group?.Template, $"{path}.template").Concat(Password(group?.RayStartParams, path)))
        {
            yield return problem;
        }

        foreach (var param in s_paramsOfWorkers.Where(param => group?.RayStartParams?.ContainsKey(param) == true))
        {
            yield return Unused($"{path}.rayStartParams.{param}", "workers go where the head is");
        }

        if (group?.ScaleStrategy?.WorkersToDelete is { Count: > 0 })
        {
            yield return Warning(
                $"{path}.scaleStrategy.workersToDelete", "these pods are deleted at once, whatever replicas says", "empty the list when they are gone");
        }
    }

    private static IEnumerable<SpecProblem> Namespace(JsonObject? part, string path)
    {
        if (part?["metadata"] is JsonObject metadata && metadata["namespace"] is not null)
        {
            yield return Unused($"{path}.metadata.namespace", "all is made in the namespace of the cluster");
        }
    }

    private static IEnumerable<SpecProblem> Password(IDictionary<string, string>? parameters, string path)
    {
        if (parameters?.ContainsKey("redis-password") == true)
        {
            yield return Warning(
                $"{path}.rayStartParams.redis-password",
                "is stored in clear text",
                "keep it in a Secret: spec.gcsFaultToleranceOptions.redisPassword of ray.io/v1");
        }
    }

    private static SpecProblem Unused(string field, string why) => Warning(field, "has no effect", why);

    private static SpecProblem Warning(string field, string message, string remedy) => new(ProblemKind.Spec, field, message, remedy);
}
