namespace Kube.Runtime.Queueing;

/// <summary>Places of a table, one after another. Appending and removing, at whatever position, cost the same however long the chain is.</summary>
internal struct KeyChain()
{
    /// <summary>The first place; none when the chain is empty.</summary>
    public int First { get; private set; } = KeyTable<int>.None;

    public int Count { get; private set; }

    private int _last = KeyTable<int>.None;

    public void Append<TKey>(KeyTable<TKey> table, int number)
        where TKey : notnull
    {
        ref var place = ref table[number];
        place.Previous = _last;
        place.Next = KeyTable<int>.None;
        if (_last == KeyTable<int>.None)
        {
            First = number;
        }
        else
        {
            table[_last].Next = number;
        }

        _last = number;
        Count++;
    }

    public void Remove<TKey>(KeyTable<TKey> table, int number)
        where TKey : notnull
    {
        var (previous, next) = (table[number].Previous, table[number].Next);
        if (previous == KeyTable<int>.None)
        {
            First = next;
        }
        else
        {
            table[previous].Next = next;
        }

        if (next == KeyTable<int>.None)
        {
            _last = previous;
        }
        else
        {
            table[next].Previous = previous;
        }

        Count--;
    }
}
