using System.Text.Json;
using System.Text.Json.Nodes;
using Kube;
using Ray.Api;
using Ray.Api.V1Alpha1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Admission;
using Ray.Operator.RayClusters.Validation;

namespace Ray.Operator.Commands.Manifests;

/// <summary>
/// Judges RayClusters as an API server with our definition and our webhook does: fields, schema, then the operator's own rules. Pure.
/// </summary>
internal static class ManifestValidator
{
    private static readonly string s_v1 = Api.V1.RayCluster.ResourceType.Definition.ApiVersion;
    private static readonly string s_v1Alpha1 = RayCluster.ResourceType.Definition.ApiVersion;

    /// <summary>Judges one.</summary>
    /// <param name="manifest">The manifest, a RayCluster.</param>
    /// <param name="settings">Settings of the operator: gates decide about some fields.</param>
    /// <returns>The cluster as <c>ray.io/v1</c>, null when it cannot be read, and all that is to be said of it.</returns>
    public static (Api.V1.RayCluster? Cluster, IReadOnlyList<Finding> Findings) Validate(Manifest manifest, OperatorSettings settings)
    {
        var isOf2020 = manifest.ApiVersion == s_v1Alpha1;
        if (!isOf2020 && manifest.ApiVersion != s_v1)
        {
            return (null, [manifest.Finding("apiVersion", $"'{manifest.ApiVersion}' is not served; use {s_v1} or {s_v1Alpha1}")]);
        }

        var schema = isOf2020 ? ClusterSchemas.V1Alpha1 : ClusterSchemas.V1;
        var json = (JsonObject)manifest.Json.DeepClone();
        schema.ApplyDefaults(json);
        List<Finding> findings =
        [
            .. schema.Prune(json).Select(path => manifest.Finding(path, "there is no such field; look for a misspelling")),
            .. schema.Validate(json).Select(problem => manifest.Finding(problem.Path, problem.Message)),
        ];
        return findings.Count == 0 ? Judge(manifest, json, isOf2020, settings) : (null, findings);
    }

    private static (Api.V1.RayCluster? Cluster, IReadOnlyList<Finding> Findings) Judge(
        Manifest manifest, JsonObject json, bool isOf2020, OperatorSettings settings)
    {
        try
        {
            var cluster = isOf2020
                ? RayClusterConversion.ToHub(json.Deserialize(KubeJson.TypeInfo<Api.V1Alpha1.RayCluster>(RayV1Alpha1JsonContext.Default))!)
                : json.Deserialize(KubeJson.TypeInfo<Api.V1.RayCluster>(RayJsonContext.Default))!;
            var result = ClusterAdmission.Judge(cluster, isOf2020, settings);
            return (
                cluster,
                [
                    .. result.Errors.Select(problem => FindingOf(problem, isError: true)),
                    .. result.Warnings.Select(problem => FindingOf(problem, isError: false)),
                ]);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException)
        {
            return (null, [manifest.Finding("spec", $"cannot be read: {e.Message}")]);
        }

        Finding FindingOf(SpecProblem problem, bool isError) => manifest.Finding(problem.Field, $"{problem.Message}; {problem.Remedy}", isError);
    }
}
