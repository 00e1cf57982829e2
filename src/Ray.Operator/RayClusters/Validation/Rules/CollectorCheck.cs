using k8s.Models;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>
/// The collector has an image, leaves the operator its variables, and knows where to store: each storage needs some of its own.
/// </summary>
internal static class CollectorCheck
{
    private const string Backend = "STORAGE_BACKEND";
    private const string AzureMode = "AZURE_STORAGE_AUTH_MODE";
    private const string AzureConnection = "AZURE_STORAGE_CONNECTION_STRING";
    private const string AzureAccount = "AZURE_STORAGE_ACCOUNT_URL";

    private static readonly string[] s_reserved =
    [
        "POD_IP", "FQ_RAY_IP", "RAY_CLUSTER_NAME", "RAY_CLUSTER_NAMESPACE", "RAY_ROLE", "OWNER_KIND", "OWNER_NAME", "EVENTS_PORT",
    ];

    public static IEnumerable<SpecProblem> Of(CollectorOptions options, string path)
    {
        var variables = (options.Env ?? []).Where(variable => variable?.Name is not null).ToLookup(variable => variable.Name);
        if (options.Image is not { Length: > 0 })
        {
            yield return ClusterContext.Problem($"{path}.image", "is missing", "name the image of the collector");
        }

        foreach (var name in s_reserved.Where(variables.Contains))
        {
            yield return ClusterContext.Problem($"{path}.env[{name}]", "is the operator's", "remove the variable");
        }

        foreach (var problem in Storage(variables, path))
        {
            yield return problem;
        }
    }

    private static IEnumerable<SpecProblem> Storage(ILookup<string, V1EnvVar> variables, string path)
    {
        if (variables[Backend].LastOrDefault() is not { } backend)
        {
            yield break;
        }

        if (backend.Value is not { Length: > 0 } kind)
        {
            yield return ClusterContext.Problem($"{path}.env[{Backend}]", "has no literal value", "set its value in the spec");
            yield break;
        }

        // A choice is a list of variables of which one will do.
        foreach (var choice in NeededBy(kind.ToUpperInvariant(), variables[AzureMode].LastOrDefault()?.Value))
        {
            if (!choice.Any(name => variables[name].Any(v => v.Value is { Length: > 0 } || v.ValueFrom is not null)))
            {
                yield return ClusterContext.Problem(
                    $"{path}.env[{choice[0]}]", $"is missing, and {Backend} {kind} needs it", $"set {string.Join(" or ", choice)}");
            }
        }
    }

    private static string[][] NeededBy(string backend, string? azureMode) => backend switch
    {
        "GCS" => [["GCS_BUCKET"]],
        "S3" => [["S3_REGION"]],
        "ALIYUNOSS" => [["OSS_BUCKET"], ["OSS_ENDPOINT"], ["OSS_REGION"]],
        "AZUREBLOB" => azureMode switch
        {
            "connection_string" => [[AzureConnection]],
            "workload_identity" or "default" => [[AzureAccount]],
            _ => [[AzureConnection, AzureAccount]],
        },
        _ => [],
    };
}
