namespace Kube.Runtime.Queueing;

/// <summary>Keys that become due later, each at its earliest wanted time and its highest wanted priority.</summary>
/// <remarks>Not thread-safe: its owner locks. Times are counted from any fixed moment.</remarks>
internal sealed class DelayedKeys<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Delayed> _byKey = [];

    // Replaced entries stay in the heap and are skipped when they surface: their time differs from the dictionary's.
    private readonly PriorityQueue<TKey, TimeSpan> _heap = new();

    public int Count => _byKey.Count;

    /// <summary>When the next key is due; null when none waits.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            DropReplaced();
            return _heap.TryPeek(out _, out var due) ? due : null;
        }
    }

    /// <summary>Remembers a key. One that is known already keeps the earlier time and the higher priority.</summary>
    public void Add(TKey key, TimeSpan due, int priority)
    {
        if (_byKey.TryGetValue(key, out var present))
        {
            priority = Math.Max(priority, present.Priority);
            if (present.Due <= due)
            {
                _byKey[key] = present with { Priority = priority };
                return;
            }
        }

        _byKey[key] = new(due, priority);
        _heap.Enqueue(key, due);
    }

    /// <summary>Takes a key that is due; false when none is.</summary>
    public bool TryTake(TimeSpan now, out TKey key, out int priority)
    {
        DropReplaced();
        if (_heap.TryPeek(out key!, out var due) && due <= now)
        {
            _heap.Dequeue();
            _byKey.Remove(key, out var delayed);
            priority = delayed.Priority;
            return true;
        }

        priority = 0;
        return false;
    }

    public void Clear()
    {
        _byKey.Clear();
        _heap.Clear();
    }

    private void DropReplaced()
    {
        while (_heap.TryPeek(out var key, out var due) && (!_byKey.TryGetValue(key, out var present) || present.Due != due))
        {
            _heap.Dequeue();
        }
    }

    private readonly record struct Delayed(TimeSpan Due, int Priority);
}
