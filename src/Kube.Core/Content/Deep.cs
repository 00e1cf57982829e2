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
    public static Dictionary<string, T>? CopyMap<T>(IEnumerable<KeyValuePair<string, T>>? entries, Func<T, T>? copy = null)
    {
        if (entries is null)
        {
            return null;
        }

        var comparer = (entries as Dictionary<string, T>)?.Comparer;
        if (copy is null)
        {
            return new Dictionary<string, T>(entries, comparer);
        }

        var result = new Dictionary<string, T>(comparer);
        foreach (var (key, value) in entries)
        {
            result.Add(key, value is null ? value : copy(value));
        }

        return result;
    }

    /// <summary>Copies by way of JSON: for abstract types and others that cannot be made member by member.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static T? CopyJson<T>(T? value, JsonSerializerContext json)
    {
        var type = KubeJson.TypeInfo<T>(json);
        return value is null ? value : JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, type), type)!;
    }
}
