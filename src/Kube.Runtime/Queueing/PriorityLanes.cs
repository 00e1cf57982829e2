using System.Runtime.InteropServices;

namespace Kube.Runtime.Queueing;

/// <summary>
/// Waiting keys: higher priorities first, within one priority first in, first out. Lower priorities are not starved: when
/// <see cref="Patience"/> keys in a row have passed them, the one that waits longest among their first ones is next.
/// </summary>
/// <remarks>Not thread-safe: its owner locks.</remarks>
internal sealed class PriorityLanes<TKey>(KeyTable<TKey> table)
    where TKey : notnull
{
    /// <summary>How many keys in a row may pass those of lower priorities.</summary>
    public const int Patience = 8;

    private const int ManyLanes = 32;

    // Highest priority first. Empty lanes stay, because a handful of priorities comes again and again.
    private readonly List<Lane> _lanes = [];
    private int _passed;

    public int Count { get; private set; }

    /// <summary>How many keys wait at each priority that was used lately, highest first.</summary>
    public IEnumerable<(int Priority, int Count)> Depths => _lanes.Select(lane => (lane.Priority, lane.Keys.Count));

    public void Append(int number)
    {
        LaneOf(table[number].Priority).Keys.Append(table, number);
        Count++;
    }

    /// <summary>Lets a waiting key wait at another priority, behind those that wait there already.</summary>
    public void Move(int number, int priority)
    {
        LaneOf(table[number].Priority).Keys.Remove(table, number);
        table[number].Priority = priority;
        LaneOf(priority).Keys.Append(table, number);
    }

    /// <summary>Takes the next key; there must be one.</summary>
    public int Take()
    {
        var lanes = CollectionsMarshal.AsSpan(_lanes);
        var highest = FirstUsed(lanes, 0);
        var lower = FirstUsed(lanes, highest + 1);
        _passed = lower < lanes.Length ? _passed + 1 : 0;
        if (_passed > Patience)
        {
            _passed = 0;
            highest = LongestWaiting(lanes, lower);
        }

        var number = lanes[highest].Keys.First;
        lanes[highest].Keys.Remove(table, number);
        Count--;
        return number;
    }

    private static int FirstUsed(Span<Lane> lanes, int from)
    {
        while (from < lanes.Length && lanes[from].Keys.Count == 0)
        {
            from++;
        }

        return from;
    }

    private int LongestWaiting(Span<Lane> lanes, int from)
    {
        var longest = from;
        for (var i = from + 1; i < lanes.Length; i++)
        {
            if (lanes[i].Keys.Count > 0 && table[lanes[i].Keys.First].AddedAt < table[lanes[longest].Keys.First].AddedAt)
            {
                longest = i;
            }
        }

        return longest;
    }

    private ref Lane LaneOf(int priority)
    {
        var (low, high) = (0, _lanes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lanes[middle].Priority > priority)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        if (low == _lanes.Count || _lanes[low].Priority != priority)
        {
            if (_lanes.Count >= ManyLanes && _lanes.RemoveAll(lane => lane.Keys.Count == 0) > 0)
            {
                return ref LaneOf(priority);
            }

            _lanes.Insert(low, new Lane(priority));
        }

        return ref CollectionsMarshal.AsSpan(_lanes)[low];
    }

    private struct Lane(int priority)
    {
        public readonly int Priority = priority;

        public KeyChain Keys = new();
    }
}
