namespace Kube.Runtime.Tests.Queueing;

/// <summary>What a work queue promises, written down without regard to cost.</summary>
internal sealed class QueueModel
{
    private const int Patience = 8;

    private readonly List<Waiting> _waiting = [];
    private readonly Dictionary<int, (int Due, int Priority)> _delayed = [];
    private readonly Dictionary<int, (int Priority, int At)> _again = [];
    private int _arrivals;
    private int _passed;

    public int Now { get; private set; }

    public int Count => _waiting.Count;

    public int DelayedCount => _delayed.Count;

    public HashSet<int> Processing { get; } = [];

    public void Add(int key, int priority)
    {
        if (Processing.Contains(key))
        {
            _again[key] = _again.TryGetValue(key, out var again) ? (Math.Max(again.Priority, priority), again.At) : (priority, Now);
        }
        else if (_waiting.Find(waiting => waiting.Key == key) is not { } present)
        {
            _waiting.Add(new(key, priority, _arrivals++, Now));
        }
        else if (priority > present.Priority)
        {
            _waiting.Remove(present);
            _waiting.Add(present with { Priority = priority, Arrival = _arrivals++ });
        }
    }

    public void AddAfter(int key, int milliseconds, int priority)
    {
        var wanted = (Due: Now + milliseconds, Priority: priority);
        _delayed[key] = _delayed.TryGetValue(key, out var present)
            ? (Math.Min(present.Due, wanted.Due), Math.Max(present.Priority, wanted.Priority))
            : wanted;
    }

    public int Take()
    {
        var heads = _waiting.GroupBy(waiting => waiting.Priority).OrderByDescending(lane => lane.Key)
            .Select(lane => lane.MinBy(waiting => waiting.Arrival)!).ToList();
        _passed = heads.Count > 1 ? _passed + 1 : 0;
        var taken = heads[0];
        if (_passed > Patience)
        {
            _passed = 0;
            taken = heads.Skip(1).MinBy(head => head.At)!;
        }

        _waiting.Remove(taken);
        Processing.Add(taken.Key);
        return taken.Key;
    }

    public void Done(int key)
    {
        Processing.Remove(key);
        if (_again.Remove(key, out var again))
        {
            _waiting.Add(new(key, again.Priority, _arrivals++, again.At));
        }
    }

    public void Tick()
    {
        Now++;
        foreach (var (key, (due, priority)) in _delayed.Where(entry => entry.Value.Due <= Now).ToArray())
        {
            _delayed.Remove(key);
            Add(key, priority);
        }
    }

    private sealed record Waiting(int Key, int Priority, int Arrival, int At);
}
