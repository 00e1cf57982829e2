using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kube;

/// <summary>Copies values. Generated code calls it; user code calls the generated <c>DeepClone</c> and <c>DeepEquals</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Deep
{
    /// <summary>Copies bytes.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static byte[]? Copy(byte[]? value) => (byte[]?)value?.Clone();

    /// <summary>Copies JSON.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static JsonNode? Copy(JsonNode? value) => value?.DeepClone();

    /// <summary>Copies JSON.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static JsonObject? Copy(JsonObject? value) => (JsonObject?)value?.DeepClone();

    /// <summary>Copies JSON.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static JsonArray? Copy(JsonArray? value) => (JsonArray?)value?.DeepClone();

    /// <summary>Copies JSON.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static JsonValue? Copy(JsonValue? value) => (JsonValue?)value?.DeepClone();

    /// <summary>Copies JSON nodes and bytes; shares anything else, which is what JSON readers put into a property of type object: immutable.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static object? Copy(object? value) => value switch
    {
        JsonNode node => node.DeepClone(),
        byte[] bytes => bytes.Clone(),
        _ => value,
    };

    /// <summary>Copies a nullable struct.</summary>
    public static T? CopyNullable<T>(T? value, Func<T, T> copy)
        where T : struct => value is { } known ? copy(known) : null;

    /// <summary>Copies a list; its items are shared, or copied when a way is given.</summary>
    [return: NotNullIfNotNull(nameof(items))]
    public static List<T>? CopyList<T>(IEnumerable<T>? items, Func<T, T>? copy = null)
    {
        if (items is null)
        {
            return null;
        }

        if (copy is null)
        {
            return [.. items];
        }

        var result = items.TryGetNonEnumeratedCount(out var count) ? new List<T>(count) : [];
        foreach (var item in items)
        {
            result.Add(item is null ? item : copy(item));
        }

        return result;
    }

    /// <summary>Copies an array.</summary>
    [return: NotNullIfNotNull(nameof(items))]
    public static T[]? CopyArray<T>(T[]? items, Func<T, T>? copy = null) =>
        items is null ? null : copy is null ? (T[])items.Clone() : Array.ConvertAll(items, item => item is null ? item : copy(item));

    /// <summary>Copies a set.</summary>
    [return: NotNullIfNotNull(nameof(items))]
    public static HashSet<T>? CopySet<T>(IEnumerable<T>? items, Func<T, T>? copy = null) =>
        items is null ? null : new HashSet<T>(CopyList(items, copy), (items as HashSet<T>)?.Comparer);

    /// <summary>Copies a dictionary.</summary>
    [return: NotNullIfNotNull(nameof(entries))]
    public static Dictionary<TKey, T>? CopyMap<TKey, T>(IEnumerable<KeyValuePair<TKey, T>>? entries, Func<T, T>? copy = null)
        where TKey : notnull
    {
        if (entries is null)
        {
            return null;
        }

        var comparer = (entries as Dictionary<TKey, T>)?.Comparer;
        if (copy is null)
        {
            return new Dictionary<TKey, T>(entries, comparer);
        }

        var result = new Dictionary<TKey, T>(comparer);
        foreach (var (key, value) in entries)
        {
            result.Add(key, value is null ? value : copy(value));
        }

        return result;
    }

    /// <summary>Copies a collection that is made of a list, such as a queue.</summary>
    [return: NotNullIfNotNull(nameof(items))]
    public static TCollection? CopyAs<TCollection, T>(TCollection? items, Func<List<T>, TCollection> make, Func<T, T>? copy = null)
        where TCollection : class, IEnumerable<T> => items is null ? null : make(CopyList(items, copy));

    /// <summary>Copies a collection that is made of a dictionary, such as a sorted one.</summary>
    [return: NotNullIfNotNull(nameof(entries))]
    public static TCollection? CopyMapAs<TCollection, TKey, T>(TCollection? entries, Func<Dictionary<TKey, T>, TCollection> make, Func<T, T>? copy = null)
        where TCollection : class, IEnumerable<KeyValuePair<TKey, T>>
        where TKey : notnull => entries is null ? null : make(CopyMap(entries, copy));

    /// <summary>Copies by way of a converter: for values that only it can write and read.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static T? CopyConverted<T>(T? value, JsonSerializerContext json, JsonConverter converter)
        where T : class => value is null ? null : ConvertedJson.Copy(value, json, converter);

    /// <summary>Copies by way of a converter: for structs that only it can write and read.</summary>
    public static T? CopyConverted<T>(T? value, JsonSerializerContext json, JsonConverter converter)
        where T : struct => value is { } known ? ConvertedJson.Copy(known, json, converter) : null;

    /// <summary>Copies by way of a converter: for structs that only it can write and read.</summary>
    public static T CopyConvertedValue<T>(T value, JsonSerializerContext json, JsonConverter converter)
        where T : struct => ConvertedJson.Copy(value, json, converter);

    /// <summary>Copies by way of JSON: for abstract types and others that cannot be made member by member.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static T? CopyJson<T>(T? value, JsonSerializerContext json)
    {
        var type = KubeJson.TypeInfo<T>(json);
        return value is null ? value : JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, type), type)!;
    }
}
