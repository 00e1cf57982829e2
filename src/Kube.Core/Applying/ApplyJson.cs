using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using k8s.Models;

namespace Kube;

/// <summary>Writes members that are set and leaves the others out. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApplyJson
{
    private static readonly string[] s_serverOwned =
        ["managedFields", "creationTimestamp", "generation", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds"];

    /// <summary>Writes a text.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value, JsonSerializerContext json)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes an object, list or dictionary of a type that the context knows.</summary>
    public static void Write<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonSerializerContext json)
        where T : class
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value, json);
        }
    }

    /// <summary>Writes a number, a truth value, a time or another struct.</summary>
    public static void Write<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonSerializerContext json)
        where T : struct
    {
        if (value is { } known)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, known, json);
        }
    }

    /// <summary>Writes a value whose property has a converter of its own.</summary>
    public static void Write<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonSerializerContext json, JsonConverter converter)
        where T : class
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            ConvertedJson.Write(writer, value, json, converter);
        }
    }

    /// <summary>Writes a struct whose property has a converter of its own.</summary>
    public static void Write<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonSerializerContext json, JsonConverter converter)
        where T : struct
    {
        if (value is { } known)
        {
            writer.WritePropertyName(name);
            ConvertedJson.Write(writer, known, json, converter);
        }
    }

    /// <summary>Writes a part in the given way.</summary>
    public static void Write<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            write(writer, value);
        }
    }

    /// <summary>Writes a list, each item in the given way.</summary>
    public static void WriteList<T>(Utf8JsonWriter writer, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            WriteItem(writer, item, write);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a dictionary, each value in the given way.</summary>
    public static void WriteMap<T>(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>> entries, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            writer.WritePropertyName(key);
            WriteItem(writer, value, write);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a dictionary of which the keys are no texts, each value in the given way.</summary>
    public static void WriteMap<TKey, T>(
        Utf8JsonWriter writer, IEnumerable<KeyValuePair<TKey, T>> entries, JsonSerializerContext json, Action<Utf8JsonWriter, T> write)
        where TKey : notnull
    {
        var keys = KubeJson.TypeInfo<TKey>(json);
        var converter = (JsonConverter<TKey>)keys.Converter;
        writer.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            converter.WriteAsPropertyName(writer, key, keys.Options);
            WriteItem(writer, value, write);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes metadata without what the server alone may say. UID and resource version stay: they are preconditions.</summary>
    public static void WriteMetadata(Utf8JsonWriter writer, V1ObjectMeta? metadata, JsonSerializerContext json)
    {
        var body = JsonSerializer.SerializeToNode(metadata ?? new(), KubeJson.TypeInfo<V1ObjectMeta>(json))!.AsObject();
        foreach (var name in s_serverOwned)
        {
            body.Remove(name);
        }

        writer.WritePropertyName("metadata"u8);
        body.WriteTo(writer);
    }

    private static void WriteItem<T>(Utf8JsonWriter writer, T item, Action<Utf8JsonWriter, T> write)
    {
        if (item is null)
        {
            writer.WriteNullValue();
            return;
        }

        write(writer, item);
    }

    // What is null within the value is left out too: a null that is sent is owned, and says "this field is mine, and empty".
    private static void WriteValue<T>(Utf8JsonWriter writer, T value, JsonSerializerContext json) =>
        JsonSerializer.Serialize(writer, value, KubeJson.TypeInfo<T>(json));
}
