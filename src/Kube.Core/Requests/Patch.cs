using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube;

/// <summary>A patch: a body and the media type that says how the server reads it.</summary>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="ContentType">One of <see cref="MediaTypes"/>.</param>
public sealed record Patch(ReadOnlyMemory<byte> Body, string ContentType)
{
    /// <summary>A JSON merge patch (RFC 7386): members replace, <c>null</c> removes, lists are replaced as a whole.</summary>
    public static Patch Merge(JsonObject body) => new(Bytes(body), MediaTypes.MergePatch);

    /// <summary>A JSON patch (RFC 6902): a list of operations, applied all or none.</summary>
    public static Patch Json(JsonArray operations) => new(Bytes(operations), MediaTypes.JsonPatch);

    private static ReadOnlyMemory<byte> Bytes(JsonNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            node.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
