using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube;

/// <summary>A <see cref="ConversionRemainder"/> among the annotations of an object.</summary>
internal static class RemainderAnnotation
{
    private const string Metadata = "metadata";
    private const string Annotations = "annotations";

    /// <summary>Takes the annotation out of an object.</summary>
    /// <returns>The remainder; null when there is none that can be read.</returns>
    public static JsonArray? Take(JsonObject value, string key)
    {
        if (value[Metadata]?[Annotations] is not JsonObject annotations || !annotations.Remove(key, out var text))
        {
            return null;
        }

        if (annotations.Count == 0)
        {
            value[Metadata]!.AsObject().Remove(Annotations);
        }

        try
        {
            return text is JsonValue said && said.TryGetValue<string>(out var json) ? Parse(json) as JsonArray : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Puts a remainder into an object; an empty one leaves no annotation.</summary>
    public static void Put(JsonObject value, string key, JsonArray remainder)
    {
        if (remainder.Count == 0)
        {
            return;
        }

        if (value[Metadata] is not JsonObject metadata)
        {
            value[Metadata] = metadata = [];
        }

        if (metadata[Annotations] is not JsonObject annotations)
        {
            metadata[Annotations] = annotations = [];
        }

        annotations[key] = TextOf(remainder);
    }

    private static JsonNode? Parse(string json) =>
        JsonNode.Parse(json, documentOptions: new() { AllowDuplicateProperties = false });

    private static string TextOf(JsonArray remainder)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            remainder.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
