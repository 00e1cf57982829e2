using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kube;

/// <summary>Values by way of a converter that stands on their property, of which the JSON context knows nothing.</summary>
internal static class ConvertedJson
{
    /// <summary>The converter for a type; a factory makes it.</summary>
    public static JsonConverter<T> ConverterOf<T>(JsonConverter converter, JsonSerializerContext json) =>
        (JsonConverter<T>)(converter is JsonConverterFactory factory ? factory.CreateConverter(typeof(T), KubeJsonOptions.Of(json))! : converter);

    /// <summary>What the converter reads of what it wrote.</summary>
    public static T Copy<T>(T value, JsonSerializerContext json, JsonConverter converter)
    {
        var known = ConverterOf<T>(converter, json);
        var reader = new Utf8JsonReader(Bytes(value, json, known));
        reader.Read();
        return known.Read(ref reader, typeof(T), KubeJsonOptions.Of(json))!;
    }

    /// <summary>What the converter writes.</summary>
    public static JsonNode? Node<T>(T value, JsonSerializerContext json, JsonConverter converter) =>
        JsonNode.Parse(Bytes(value, json, ConverterOf<T>(converter, json)));

    private static ReadOnlySpan<byte> Bytes<T>(T value, JsonSerializerContext json, JsonConverter<T> converter)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            converter.Write(writer, value, KubeJsonOptions.Of(json));
        }

        return buffer.WrittenSpan;
    }
}
