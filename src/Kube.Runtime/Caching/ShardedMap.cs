using System.Numerics;

namespace Kube.Runtime.Caching;

/// <summary>
/// An immutable hash map in shards of about a hundred entries: a change copies one shard and the list of shards, everything else is shared
/// with the state before. Finding allocates nothing and takes no lock.
/// </summary>
internal sealed class ShardedMap<TKey, TValue>
    where TKey : notnull, IEquatable<TKey>
    where TValue : class
{
    /// <summary>Entries of a shard on average after a load; there may be twice as many before there are more shards.</summary>
    internal const int MostPerShard = 128;

    private readonly Shard[] _shards;

    private ShardedMap(Shard[] shards, int count)
    {
        _shards = shards;
        Count = count;
    }

    public static ShardedMap<TKey, TValue> Empty { get; } = new([Shard.Empty], 0);

    public int Count { get; }

    /// <summary>A map of entries with no key twice.</summary>
    public static ShardedMap<TKey, TValue> Of(IReadOnlyCollection<KeyValuePair<TKey, TValue>> entries)
    {
        var shards = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, entries.Count / MostPerShard));
        var hashes = new int[entries.Count];
        var counts = new int[shards];
        var i = 0;
        foreach (var (key, _) in entries)
        {
            hashes[i] = key.GetHashCode();
            counts[hashes[i++] & (shards - 1)]++;
        }

        var made = Array.ConvertAll(counts, count => count == 0 ? Shard.Empty : new Shard(new int[count], new KeyValuePair<TKey, TValue>[count]));
        i = 0;
        foreach (var entry in entries)
        {
            var shard = hashes[i] & (shards - 1);
            var place = --counts[shard];
            made[shard].Hashes[place] = hashes[i++];
            made[shard].Entries[place] = entry;
        }

        return new(made, entries.Count);
    }

    /// <summary>The value of a key; null when there is none.</summary>
    public TValue? Find(TKey key)
    {
        var hash = key.GetHashCode();
        var shard = _shards[hash & (_shards.Length - 1)];
        var place = shard.PlaceOf(hash, key);
        return place < 0 ? null : shard.Entries[place].Value;
    }

    /// <summary>The map with that entry, instead of the one of the same key if there is one.</summary>
    public ShardedMap<TKey, TValue> With(TKey key, TValue value)
    {
        var hash = key.GetHashCode();
        var at = hash & (_shards.Length - 1);
        var shard = _shards[at];
        var place = shard.PlaceOf(hash, key);
        if (place >= 0)
        {
            var entries = (KeyValuePair<TKey, TValue>[])shard.Entries.Clone();
            entries[place] = new(key, value);
            return new(Replaced(at, shard with { Entries = entries }), Count);
        }

        var grown = new Shard([.. shard.Hashes, hash], [.. shard.Entries, new(key, value)]);
        var map = new ShardedMap<TKey, TValue>(Replaced(at, grown), Count + 1);
        return map.Count > map._shards.Length * MostPerShard * 2 ? Of(map.Entries()) : map;
    }

    /// <summary>The map without that key.</summary>
    public ShardedMap<TKey, TValue> Without(TKey key)
    {
        var hash = key.GetHashCode();
        var at = hash & (_shards.Length - 1);
        var shard = _shards[at];
        var place = shard.PlaceOf(hash, key);
        if (place < 0)
        {
            return this;
        }

        var rest = new Shard(Without(shard.Hashes, place), Without(shard.Entries, place));
        var map = new ShardedMap<TKey, TValue>(Replaced(at, rest), Count - 1);
        return _shards.Length > 1 && map.Count < _shards.Length * MostPerShard / 8 ? Of(map.Entries()) : map;
    }

    private static TItem[] Without<TItem>(TItem[] items, int place) => [.. items.AsSpan(0, place), .. items.AsSpan(place + 1)];

    private Shard[] Replaced(int at, Shard shard)
    {
        var shards = (Shard[])_shards.Clone();
        shards[at] = shard;
        return shards;
    }

    private KeyValuePair<TKey, TValue>[] Entries() => [.. _shards.SelectMany(shard => shard.Entries)];

    /// <summary>Entries in no order. Searching a hundred hashes that lie side by side takes some vector instructions.</summary>
    private sealed record Shard(int[] Hashes, KeyValuePair<TKey, TValue>[] Entries)
    {
        public static Shard Empty { get; } = new([], []);

        public int PlaceOf(int hash, TKey key)
        {
            var start = 0;
            while (true)
            {
                var found = Hashes.AsSpan(start).IndexOf(hash);
                if (found < 0)
                {
                    return -1;
                }

                start += found;
                if (Entries[start].Key.Equals(key))
                {
                    return start;
                }

                start++;
            }
        }
    }
}
