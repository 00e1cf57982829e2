using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Reads metadata. Wrong types read as absent.</summary>
internal static class ObjectMeta
{
    public static JsonObject Of(JsonObject value) => value["metadata"] as JsonObject ?? throw ApiFailure.BadRequest("the object has no metadata");

    public static string Name(JsonObject value) => Text(value, "name");

    public static string Namespace(JsonObject value) => Text(value, "namespace");

    public static string Uid(JsonObject value) => Text(value, "uid");

    public static string Version(JsonObject value) => Text(value, "resourceVersion");

    public static bool IsDeleting(JsonObject value) => Text(value, "deletionTimestamp").Length > 0;

    public static long Generation(JsonObject value) => long.TryParse(TextAt(value, "metadata.generation"), CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static IReadOnlyList<string> Finalizers(JsonObject value) =>
        [.. (value["metadata"]?["finalizers"] as JsonArray ?? []).OfType<JsonValue>().Select(item => item.ToString())];

    public static Dictionary<string, string> Labels(JsonObject value) =>
        (value["metadata"]?["labels"] as JsonObject ?? []).ToDictionary(label => label.Key, label => label.Value?.ToString() ?? "", StringComparer.Ordinal);

    public static IEnumerable<JsonObject> Owners(JsonObject value) => (value["metadata"]?["ownerReferences"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>The value at a path such as <c>spec.nodeName</c>.</summary>
    public static JsonNode? At(JsonObject value, string path)
    {
        JsonNode? place = value;
        foreach (var step in path.Split('.'))
        {
            place = (place as JsonObject)?[step];
        }

        return place;
    }

    /// <summary>The text at a path; empty when there is none.</summary>
    public static string TextAt(JsonObject value, string path) => At(value, path) is JsonValue scalar ? scalar.ToString() : "";

    /// <summary>Seconds are the API's resolution.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Text(JsonObject value, string name) => value["metadata"]?[name] is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : "";
}
