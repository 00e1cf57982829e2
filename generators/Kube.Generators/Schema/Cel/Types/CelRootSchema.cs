using Kube.Generators.Json;

namespace Kube.Generators.Schema.Cel.Types;

/// <summary>Whole objects: of their metadata rules see <c>name</c> and <c>generateName</c>, whatever the schema says.</summary>
internal static class CelRootSchema
{
    public const string EmbeddedResource = "x-kubernetes-embedded-resource";

    private static readonly JsonObject s_text = JsonObject.Of((Keywords.Type, JsonValue.Of("string")));

    private static readonly JsonObject s_metadata = JsonObject.Of(
        (Keywords.Type, JsonValue.Of("object")),
        (Keywords.Properties, JsonObject.Of(("name", s_text), ("generateName", s_text))));

    public static JsonObject WithNames(JsonObject schema)
    {
        var properties = schema.Object(Keywords.Properties);
        var metadata = properties.Object("metadata").Object(Keywords.Properties);
        var isComplete = IsText(properties, "kind") && IsText(properties, "apiVersion")
            && IsText(metadata, "name") && IsText(metadata, "generateName");
        return isComplete
            ? schema
            : schema.With(
                Keywords.Properties, properties.With("kind", s_text).With("apiVersion", s_text).With("metadata", s_metadata));
    }

    private static bool IsText(JsonObject properties, string name) => properties.Object(name).TypeName() == "string";
}
