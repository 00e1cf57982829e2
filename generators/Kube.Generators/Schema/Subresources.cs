using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema;

/// <summary>Makes the entry <c>subresources</c> of a version.</summary>
internal static class Subresources
{
    public static JsonObject Build(ResourceModel resource, ObjectModel kind, SchemaContext context)
    {
        var scale = ScalePaths.Find(kind, context);
        var subresources = scale is null ? JsonObject.Empty : JsonObject.Empty.With("scale", Manifest(scale));
        return resource.HasStatus ? subresources.With("status", JsonObject.Empty) : subresources;
    }

    private static JsonObject Manifest(ScalePaths scale) =>
        JsonObject.Of(("specReplicasPath", JsonValue.Of(scale.Spec!)), ("statusReplicasPath", JsonValue.Of(scale.Status!)))
            .WithText("labelSelectorPath", scale.Selector);
}
