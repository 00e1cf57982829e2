namespace Kube.Runtime.Queueing;

/// <summary>Keys that become due later, each at its earliest wanted time.</summary>
/// <remarks>Not thread-safe: its owner locks. Times are timestamps of the owner's clock.</remarks>
internal sealed class DelayedKeys<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, DateTimeOffset> _dueByKey = [];

    // Replaced entries stay in the heap and are skipped when they surface: their time differs from the dictionary's.
    private readonly PriorityQueue<TKey, DateTimeOffset> _heap = new();

    public int Count => _dueByKey.Count;

    /// <summary>When the next key is due; null when none waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            DropReplaced();
            return _heap.TryPeek(out _, out var due) ? due : null;
        }
    }

    /// <summary>Remembers a key unless it is already due sooner.</summary>
    public void Add(TKey key, DateTimeOffset due)
    {
        if (_dueByKey.TryGetValue(key, out var present) && present <= due)
        {
            return;
        }

        _dueByKey[key] = due;
        _heap.Enqueue(key, due);
    }

    /// <summary>Takes a key that is due; false when none is.</summary>
    public bool TryTake(DateTimeOffset now, out TKey key)
    {
        DropReplaced();
        if (_heap.TryPeek(out key!, out var due) && due <= now)
        {
            _heap.Dequeue();
            _dueByKey.Remove(key);
            return true;
        }

        return false;
    }

    public void Clear()
    {
        _dueByKey.Clear();
        _heap.Clear();
    }

    private void DropReplaced()
    {
        while (_heap.TryPeek(out var key, out var due) && (!_dueByKey.TryGetValue(key, out var present) || present != due))
        {
            _heap.Dequeue();
        }
    }
}
