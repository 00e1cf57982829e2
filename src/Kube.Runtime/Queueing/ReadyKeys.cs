namespace Kube.Runtime.Queueing;

/// <summary>
/// The keys that wait or are worked on: the rules of the queue without its lock, its delays and its takers. Each key has one place, in the
/// lane of its priority or among those that workers have.
/// </summary>
/// <remarks>Not thread-safe: its owner locks. Times are counted from any fixed moment.</remarks>
internal sealed class ReadyKeys<TKey>
    where TKey : notnull
{
    private readonly KeyTable<TKey> _keys = new();
    private readonly PriorityLanes<TKey> _waiting;
    private KeyChain _taken = new();

    public ReadyKeys() => _waiting = new PriorityLanes<TKey>(_keys);

    public int Count => _waiting.Count;

    public int TakenCount => _taken.Count;

    /// <summary>Keys that were added, without those that waited already.</summary>
    public long Adds { get; private set; }

    public IEnumerable<(int Priority, int Count)> Depths => _waiting.Depths;

    public int? PriorityOf(TKey key) => _keys.Find(key) is var number && number == KeyTable<TKey>.None ? null : _keys[number].Priority;

    /// <summary>Adds a key, or raises the priority of one that waits.</summary>
    /// <returns>Whether one more key waits for a worker.</returns>
    public bool Add(TKey key, int priority, TimeSpan now)
    {
        var number = _keys.FindOrAdd(key, out var isNew);
        ref var place = ref _keys[number];
        if (isNew)
        {
            (place.Priority, place.AddedAt) = (priority, now);
            Adds++;
            _waiting.Append(number);
            return true;
        }

        if (!place.IsTaken)
        {
            if (priority > place.Priority)
            {
                _waiting.Move(number, priority);
            }
        }
        else if (place.IsWantedAgain)
        {
            place.NextPriority = Math.Max(place.NextPriority, priority);
        }
        else
        {
            (place.IsWantedAgain, place.NextPriority, place.AddedAt) = (true, priority, now);
            Adds++;
        }

        return false;
    }

    /// <summary>Hands the next key to a worker; there must be one.</summary>
    public TKey Take(TimeSpan now, out TimeSpan waited)
    {
        var number = _waiting.Take();
        _taken.Append(_keys, number);
        ref var place = ref _keys[number];
        (place.IsTaken, place.TakenAt) = (true, now);
        waited = now - place.AddedAt;
        return place.Key;
    }

    /// <summary>Takes a key back from its worker.</summary>
    /// <returns>Whether the key waits again, because it was added meanwhile; null when no worker had it.</returns>
    public bool? Done(TKey key, TimeSpan now, out TimeSpan worked)
    {
        worked = TimeSpan.Zero;
        var number = _keys.Find(key);
        if (number == KeyTable<TKey>.None || !_keys[number].IsTaken)
        {
            return null;
        }

        _taken.Remove(_keys, number);
        ref var place = ref _keys[number];
        worked = now - place.TakenAt;
        if (!place.IsWantedAgain)
        {
            _keys.Remove(number);
            return false;
        }

        (place.IsTaken, place.IsWantedAgain, place.Priority) = (false, false, place.NextPriority);
        _waiting.Append(number);
        return true;
    }

    /// <summary>How long all running work has taken so far, and how long the longest of it.</summary>
    public (TimeSpan All, TimeSpan Longest) Unfinished(TimeSpan now)
    {
        var (all, longest) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var number = _taken.First; number != KeyTable<TKey>.None; number = _keys[number].Next)
        {
            var worked = now - _keys[number].TakenAt;
            all += worked;
            longest = worked > longest ? worked : longest;
        }

        return (all, longest);
    }
}
