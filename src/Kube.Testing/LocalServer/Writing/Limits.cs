using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Tells writers what this server stores and does not act on, where tests could come to rely on it.</summary>
internal static class Limits
{
    public static IEnumerable<string> Of(ApiResource resource, JsonObject value)
    {
        if (resource.Group == "admissionregistration.k8s.io")
        {
            yield return "this server calls no admission webhooks";
        }

        if (resource.StorageKey != DefinedResources.StorageKey)
        {
            yield break;
        }

        if (value["spec"]?["conversion"]?["strategy"]?.ToString() == "Webhook")
        {
            yield return "this server calls no conversion webhooks: objects are served in the version they were written in";
        }

        if (value.ToJsonString().Contains("\"x-kubernetes-validations\"", StringComparison.Ordinal))
        {
            yield return "this server does not evaluate x-kubernetes-validations";
        }
    }
}
