using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Applies the body of a patch by its media type.</summary>
internal static class PatchReader
{
    public const string Apply = "application/apply-patch+yaml";
    private const string Accepted = "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml";

    /// <summary>What a patch makes of an object.</summary>
    public static Func<JsonObject, JsonObject> Read(ApiResource resource, string mediaType, JsonNode? body) => (mediaType, body) switch
    {
        ("application/json-patch+json", JsonArray operations) => value => JsonPatch.Apply(value, operations),
        ("application/merge-patch+json", JsonObject patch) => value => MergePatch.Apply(value, patch),
        ("application/strategic-merge-patch+json", JsonObject patch) when !resource.IsCustom => value => new StrategicMergePatch(resource.Topology).Apply(value, patch),
        ("application/json-patch+json" or "application/merge-patch+json" or "application/strategic-merge-patch+json", _) when !resource.IsCustom =>
            throw ApiFailure.BadRequest("the body is no patch of this kind"),
        _ => throw ApiFailure.UnsupportedMediaType(Accepted + (resource.IsCustom ? "" : ", application/strategic-merge-patch+json"), resource.IsCustom),
    };
}
