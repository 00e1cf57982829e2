using System.Runtime.InteropServices;

namespace Kube.Runtime.Queueing;

/// <summary>What a queue knows of a key that waits or is worked on.</summary>
internal struct KeyPlace<TKey>
    where TKey : notnull
{
    public TKey Key;

    /// <summary>Neighbours in the chain that the key stands in.</summary>
    public int Previous;
    public int Next;

    /// <summary>Priority at which the key waits, or was taken.</summary>
    public int Priority;

    /// <summary>Whether a worker has the key.</summary>
    public bool IsTaken;

    /// <summary>Whether the key was added while a worker had it, and at which priority.</summary>
    public bool IsWantedAgain;
    public int NextPriority;

    /// <summary>When the key was added, and taken.</summary>
    public TimeSpan AddedAt;
    public TimeSpan TakenAt;
}

/// <summary>The keys of a queue, each with its place. Places are numbered and used again: a queue at rest allocates nothing.</summary>
/// <remarks>Not thread-safe: its owner locks.</remarks>
internal sealed class KeyTable<TKey>
    where TKey : notnull
{
    public const int None = -1;

    private readonly Dictionary<TKey, int> _numbers = [];
    private KeyPlace<TKey>[] _places = new KeyPlace<TKey>[16];
    private int _free = None;
    private int _used;

    /// <summary>The place with that number; valid until the next addition.</summary>
    public ref KeyPlace<TKey> this[int number] => ref _places[number];

    /// <summary>The number of a key's place; <see cref="None"/> when it has none.</summary>
    public int Find(TKey key) => _numbers.GetValueOrDefault(key, None);

    /// <summary>The number of a key's place, which is made when there is none.</summary>
    public int FindOrAdd(TKey key, out bool isNew)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out var exists);
        isNew = !exists;
        if (!exists)
        {
            number = Free();
            _places[number] = new KeyPlace<TKey> { Key = key, Previous = None, Next = None };
        }

        return number;
    }

    /// <summary>Gives a place up.</summary>
    public void Remove(int number)
    {
        _numbers.Remove(_places[number].Key);
        _places[number] = new KeyPlace<TKey> { Next = _free };
        _free = number;
    }

    private int Free()
    {
        if (_free != None)
        {
            var number = _free;
            _free = _places[number].Next;
            return number;
        }

        if (_used == _places.Length)
        {
            Array.Resize(ref _places, _used * 2);
        }

        return _used++;
    }
}
