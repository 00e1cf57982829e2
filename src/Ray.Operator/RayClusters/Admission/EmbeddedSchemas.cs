using System.Text.Json.Nodes;
using Ray.Api.V1Alpha1;
using Ray.Operator.RayClusters.Validation;

namespace Ray.Operator.RayClusters.Admission;

/// <summary>
/// The head service and the pod templates of <c>ray.io/v1alpha1</c> are any JSON to its own schema, so that the definition stays small: here they are judged by
/// the schema that v1 has for them.
/// </summary>
internal static class EmbeddedSchemas
{
    /// <summary>What an API server would refuse in v1, and what it would drop.</summary>
    public static ValidationResult Check(RayCluster cluster)
    {
        Part[] parts =
        [
            new(cluster.Spec?.HeadService, "spec.headService", ["headGroupSpec", "headService"]),
            new(cluster.Spec?.HeadGroupSpec?.Template, "spec.headGroupSpec.template", ["headGroupSpec", "template"]),
            .. (cluster.Spec?.WorkerGroupsSpec ?? []).Select((group, index) =>
                new Part(group?.Template, $"spec.workerGroupsSpec[{index}].template", ["workerGroupSpecs", "[]", "template"])),
        ];
        var findings = parts.Where(part => part.Json is not null).Select(Check).ToList();
        return new([.. findings.SelectMany(finding => finding.Errors)], [.. findings.SelectMany(finding => finding.Unknown)]);
    }

    private static (IEnumerable<SpecProblem> Errors, IEnumerable<SpecProblem> Unknown) Check(Part part)
    {
        var schema = ClusterSchemas.V1.At(["spec", .. part.InV1])!;
        var json = (JsonObject)part.Json!.DeepClone();
        schema.ApplyDefaults(json);
        var unknown = schema.Prune(json);
        var explain = $"kubectl explain --api-version=ray.io/v1 rayclusters.spec.{string.Join('.', part.InV1.Where(step => step != "[]"))} lists what is";
        return (
            schema.Validate(json, part.Path).Select(problem => new SpecProblem(ProblemKind.Spec, problem.Path, problem.Message, explain)),
            unknown.Where(path => !IsMetadata(path))
                .Select(path => new SpecProblem(ProblemKind.Spec, $"{part.Path}.{path}", "is no field of Kubernetes and has no effect", "look for a misspelling")));
    }

    // v1 keeps no more of it than Kubernetes uses; what tools write there besides is no mistake of the author.
    private static bool IsMetadata(string path) => path.StartsWith("metadata.", StringComparison.Ordinal);

    private sealed record Part(JsonObject? Json, string Path, string[] InV1);
}
