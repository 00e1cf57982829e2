using System.Collections;
using k8s;
using k8s.Models;

namespace Kube.Runtime.Caching;

/// <summary>
/// Objects in the order of their keys, immutable, in chunks: a change copies one chunk and the list of chunks, everything else is shared with
/// the state before. Lists of a snapshot are these objects themselves, so that reading them allocates nothing.
/// </summary>
internal sealed class SortedItems<T> : IReadOnlyList<T>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    /// <summary>Above this a chunk is cut in two.</summary>
    internal const int LargestChunk = 256;

    // Of chunks made by a bulk load, so that the first additions do not cut them; and of two that are joined.
    private const int FilledChunk = 192;

    // One chunk is the rule: nearly all values of an index have few objects.
    private static readonly int[] s_zero = [0];

    private readonly T[][] _chunks;
    private readonly int[] _starts;

    private SortedItems(T[][] chunks, int count, int[]? starts = null)
    {
        _chunks = chunks;
        _starts = starts ?? (chunks.Length <= 1 ? s_zero : StartsOf(chunks));
        Count = count;
    }

    public static SortedItems<T> Empty { get; } = new([], 0);

    public int Count { get; }

    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var chunk = _chunks.Length == 1 ? 0 : ChunkOf(index);
            return _chunks[chunk][index - _starts[chunk]];
        }
    }

    /// <summary>A list of objects that are in order, with no key twice.</summary>
    public static SortedItems<T> Of(ReadOnlySpan<T> sorted)
    {
        if (sorted.IsEmpty)
        {
            return Empty;
        }

        var chunks = new T[(sorted.Length + FilledChunk - 1) / FilledChunk][];
        for (var i = 0; i < chunks.Length; i++)
        {
            chunks[i] = sorted[(i * FilledChunk)..Math.Min((i + 1) * FilledChunk, sorted.Length)].ToArray();
        }

        return new(chunks, sorted.Length);
    }

    /// <summary>The list with that object, instead of the one of the same key if there is one.</summary>
    public SortedItems<T> With(T item, ResourceType<T> type)
    {
        if (Count == 0)
        {
            return new([[item]], 1);
        }

        var key = type.KeyOf(item);
        var at = PlaceOf(key, type);
        var (place, isThere) = Find(_chunks[at], key, type);
        if (isThere)
        {
            var copy = (T[])_chunks[at].Clone();
            copy[place] = item;
            return new(Replaced(at, copy), Count, _starts);
        }

        T[] grown = [.. _chunks[at].AsSpan(0, place), item, .. _chunks[at].AsSpan(place)];
        return new(grown.Length <= LargestChunk ? Replaced(at, grown) : Cut(at, grown), Count + 1);
    }

    /// <summary>The list without the object of that key.</summary>
    public SortedItems<T> Without(ObjectKey key, ResourceType<T> type)
    {
        if (Count == 0)
        {
            return this;
        }

        var at = PlaceOf(key, type);
        var (place, isThere) = Find(_chunks[at], key, type);
        if (!isThere)
        {
            return this;
        }

        if (Count == 1)
        {
            return Empty;
        }

        T[] rest = [.. _chunks[at].AsSpan(0, place), .. _chunks[at].AsSpan(place + 1)];
        return new(Shrunk(at, rest), Count - 1);
    }

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var chunk in _chunks)
        {
            foreach (var item in chunk)
            {
                yield return item;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int[] StartsOf(T[][] chunks)
    {
        var starts = new int[chunks.Length];
        for (var i = 1; i < chunks.Length; i++)
        {
            starts[i] = starts[i - 1] + chunks[i - 1].Length;
        }

        return starts;
    }

    private int ChunkOf(int index)
    {
        var found = Array.BinarySearch(_starts, index);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The chunk that has the key or would have it: the last that begins with it or before it.</summary>
    private int PlaceOf(ObjectKey key, ResourceType<T> type)
    {
        var (low, high) = (0, _chunks.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (type.KeyOf(_chunks[middle][0]).CompareTo(key) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private static (int Place, bool IsThere) Find(T[] chunk, ObjectKey key, ResourceType<T> type)
    {
        var (low, high) = (0, chunk.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = type.KeyOf(chunk[middle]).CompareTo(key);
            if (order == 0)
            {
                return (middle, true);
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return (low, false);
    }

    private T[][] Replaced(int at, T[] chunk)
    {
        var chunks = (T[][])_chunks.Clone();
        chunks[at] = chunk;
        return chunks;
    }

    private T[][] Cut(int at, T[] chunk) =>
        [.. _chunks.AsSpan(0, at), chunk[..(chunk.Length / 2)], chunk[(chunk.Length / 2)..], .. _chunks.AsSpan(at + 1)];

    // Small neighbours are joined, so that a list that has shrunk does not stay in crumbs.
    private T[][] Shrunk(int at, T[] rest)
    {
        var other = at + 1 < _chunks.Length ? at + 1 : at - 1;
        if (other < 0 || _chunks[other].Length + rest.Length > FilledChunk)
        {
            return rest.Length > 0 ? Replaced(at, rest) : [.. _chunks.AsSpan(0, at), .. _chunks.AsSpan(at + 1)];
        }

        var first = Math.Min(at, other);
        T[] joined = at < other ? [.. rest, .. _chunks[other]] : [.. _chunks[other], .. rest];
        return [.. _chunks.AsSpan(0, first), joined, .. _chunks.AsSpan(first + 2)];
    }
}
