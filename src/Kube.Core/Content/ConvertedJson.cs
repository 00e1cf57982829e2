using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kube;

/// <summary>Values by way of a converter that stands on their property, of which the JSON context knows nothing.</summary>
internal static class ConvertedJson
{
    /// <summary>Writes what the converter makes of a value.</summary>
    public static void Write<T>(Utf8JsonWriter writer, T value, JsonSerializerContext json, JsonConverter converter)
    {
        var options = KubeJsonOptions.Of(json);
        ConverterOf<T>(converter, options).Write(writer, value, options);
    }

    /// <summary>What the converter reads of what it wrote.</summary>
    public static T Copy<T>(T value, JsonSerializerContext json, JsonConverter converter)
    {
        var options = KubeJsonOptions.Of(json);
        var reader = new Utf8JsonReader(Bytes(value, json, converter));
        reader.Read();
        return ConverterOf<T>(converter, options).Read(ref reader, typeof(T), options)!;
    }

    /// <summary>What the converter writes.</summary>
    public static JsonNode? Node<T>(T value, JsonSerializerContext json, JsonConverter converter) => JsonNode.Parse(Bytes(value, json, converter));

    private static ReadOnlySpan<byte> Bytes<T>(T value, JsonSerializerContext json, JsonConverter converter)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, value, json, converter);
        }

        return buffer.WrittenSpan;
    }

    // A factory makes the converter.
    private static JsonConverter<T> ConverterOf<T>(JsonConverter converter, JsonSerializerOptions options) =>
        (JsonConverter<T>)(converter is JsonConverterFactory factory ? factory.CreateConverter(typeof(T), options)! : converter);
}
