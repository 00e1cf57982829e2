using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s.Models;

namespace Kube;

/// <summary>Compares values by content.</summary>
public static partial class Deep
{
    /// <summary>Compares bytes.</summary>
    public static bool Same(byte[]? left, byte[]? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.AsSpan().SequenceEqual(right));

    /// <summary>Compares JSON; the order of members does not count.</summary>
    public static bool Same(JsonNode? left, JsonNode? right) => JsonNode.DeepEquals(left, right);

    /// <summary>Compares JSON; the order of members does not count.</summary>
    public static bool Same(JsonElement left, JsonElement right) =>
        left.ValueKind == JsonValueKind.Undefined || right.ValueKind == JsonValueKind.Undefined
            ? left.ValueKind == right.ValueKind
            : JsonElement.DeepEquals(left, right);

    /// <summary>Compares JSON; the order of members does not count.</summary>
    public static bool Same(JsonElement? left, JsonElement? right) =>
        left is { } l && right is { } r ? Same(l, r) : left.HasValue == right.HasValue;

    /// <summary>Compares JSON; the order of members does not count.</summary>
    public static bool Same(JsonDocument? left, JsonDocument? right) => Same(left?.RootElement, right?.RootElement);

    /// <summary>Compares numbers or names. The Kubernetes model keeps both as text.</summary>
    public static bool Same(IntOrString? left, IntOrString? right) => left?.Value == right?.Value;

    /// <summary>Compares what a property of type object holds.</summary>
    public static bool Same(object? left, object? right) => (left, right) switch
    {
        (JsonElement l, JsonElement r) => Same(l, r),
        (JsonNode l, JsonNode r) => Same(l, r),
        (byte[] l, byte[] r) => Same(l, r),
        _ => Equals(left, right),
    };

    /// <summary>Compares nullable structs.</summary>
    public static bool SameNullable<T>(T? left, T? right, Func<T, T, bool> same)
        where T : struct => left is { } l && right is { } r ? same(l, r) : left.HasValue == right.HasValue;

    /// <summary>Compares lists item by item; a null list is not an empty one.</summary>
    public static bool SameList<T>(IEnumerable<T>? left, IEnumerable<T>? right, Func<T, T, bool>? same = null)
    {
        if (left is null || right is null || ReferenceEquals(left, right))
        {
            return ReferenceEquals(left, right);
        }

        if (left.TryGetNonEnumeratedCount(out var count) && right.TryGetNonEnumeratedCount(out var other) && count != other)
        {
            return false;
        }

        using var l = left.GetEnumerator();
        using var r = right.GetEnumerator();
        while (l.MoveNext())
        {
            if (!r.MoveNext() || !SameItem(l.Current, r.Current, same))
            {
                return false;
            }
        }

        return !r.MoveNext();
    }

    /// <summary>Compares sets, in any order.</summary>
    public static bool SameSet<T>(IEnumerable<T>? left, IEnumerable<T>? right, Func<T, T, bool>? same = null)
    {
        if (left is null || right is null || ReferenceEquals(left, right))
        {
            return ReferenceEquals(left, right);
        }

        var rest = right.ToList();
        return left.All(item => rest.FindIndex(other => SameItem(item, other, same)) is >= 0 and var index && Remove(index)) && rest.Count == 0;

        bool Remove(int index)
        {
            rest.RemoveAt(index);
            return true;
        }
    }

    /// <summary>Compares dictionaries, in any order; a null one is not an empty one.</summary>
    public static bool SameMap<TKey, T>(IEnumerable<KeyValuePair<TKey, T>>? left, IEnumerable<KeyValuePair<TKey, T>>? right, Func<T, T, bool>? same = null)
        where TKey : notnull
    {
        if (left is null || right is null || ReferenceEquals(left, right))
        {
            return ReferenceEquals(left, right);
        }

        var entries = right as IReadOnlyDictionary<TKey, T> ?? new Dictionary<TKey, T>(right);
        var count = 0;
        foreach (var (key, value) in left)
        {
            count++;
            if (!entries.TryGetValue(key, out var other) || !SameItem(value, other, same))
            {
                return false;
            }
        }

        return count == entries.Count;
    }

    /// <summary>Compares by way of JSON; the order of members does not count.</summary>
    public static bool SameJson<T>(T? left, T? right, JsonSerializerContext json)
    {
        var type = KubeJson.TypeInfo<T>(json);
        return left is null || right is null
            ? left is null && right is null
            : JsonNode.DeepEquals(JsonSerializer.SerializeToNode(left, type), JsonSerializer.SerializeToNode(right, type));
    }

    /// <summary>Compares what a converter makes of values; the order of members does not count.</summary>
    public static bool SameConverted<T>(T? left, T? right, JsonSerializerContext json, JsonConverter converter)
        where T : class => left is null || right is null
            ? left is null && right is null
            : JsonNode.DeepEquals(ConvertedJson.Node(left, json, converter), ConvertedJson.Node(right, json, converter));

    /// <summary>Compares what a converter makes of structs; the order of members does not count.</summary>
    public static bool SameConverted<T>(T? left, T? right, JsonSerializerContext json, JsonConverter converter)
        where T : struct => left is { } l && right is { } r
            ? JsonNode.DeepEquals(ConvertedJson.Node(l, json, converter), ConvertedJson.Node(r, json, converter))
            : left.HasValue == right.HasValue;

    private static bool SameItem<T>(T left, T right, Func<T, T, bool>? same) =>
        same is null || left is null || right is null ? EqualityComparer<T>.Default.Equals(left, right) : same(left, right);
}
