using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;

namespace Kube;

/// <summary>Reads and writes objects without a type: what all objects have as members, the rest as JSON.</summary>
internal sealed class UnstructuredObjectConverter : JsonConverter<UnstructuredObject>
{
    /// <inheritdoc/>
    public override UnstructuredObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var content = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException("The object is none.");
        return new()
        {
            ApiVersion = Take(content, "apiVersion")?.GetValue<string>(),
            Kind = Take(content, "kind")?.GetValue<string>(),
            Metadata = Take(content, "metadata").Deserialize(MetadataOf(options)) ?? new(),
            Content = content,
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UnstructuredObject value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        WriteText(writer, "apiVersion"u8, value.ApiVersion);
        WriteText(writer, "kind"u8, value.Kind);
        writer.WritePropertyName("metadata"u8);
        JsonSerializer.Serialize(writer, value.Metadata, MetadataOf(options));
        foreach (var (name, member) in value.Content)
        {
            writer.WritePropertyName(name);
            if (member is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                member.WriteTo(writer, options);
            }
        }

        writer.WriteEndObject();
    }

    private static JsonNode? Take(JsonObject content, string name) => content.Remove(name, out var value) ? value : null;

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static JsonTypeInfo<V1ObjectMeta> MetadataOf(JsonSerializerOptions options) =>
        (JsonTypeInfo<V1ObjectMeta>)options.GetTypeInfo(typeof(V1ObjectMeta));
}
