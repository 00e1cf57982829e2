using System.Collections.Concurrent;

namespace Kube.Runtime.Tests.Laws;

/// <summary>The faults of one run, drawn from its seed. After its end there are none.</summary>
internal sealed class FaultPlan(int seed)
{
    // The last events that the client has been sent by its present chain of watches.
    private readonly List<byte[]> _told = [];
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();
    private volatile bool _isOver;

    /// <summary>How often each fault happened.</summary>
    public ConcurrentDictionary<string, int> Happened { get; } = new();

    /// <summary>How often the server itself said that a version has expired.</summary>
    public int ExpiredByServer => Volatile.Read(ref _expiredByServer);

    private int _expiredByServer;

    public bool IsOver => _isOver;

    /// <summary>A fault that every request meets instead of what is drawn; null for none.</summary>
    public Fault? Forced { get; set; }

    /// <summary>Done before a request is passed on.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public void End() => _isOver = true;

    public Fault Next(bool isWatch)
    {
        lock (_lock)
        {
            var fault = Forced ?? (_isOver ? new Fault.None() : isWatch ? OfWatch(_random.Next(100)) : OfList(_random.Next(100)));
            if (!isWatch)
            {
                _told.Clear();
            }

            Happened.AddOrUpdate(fault.Name, 1, (_, count) => count + 1);
            return fault;
        }
    }

    public void NoteExpired() => Interlocked.Increment(ref _expiredByServer);

    /// <summary>Remembers an event that the client was sent as a whole.</summary>
    public void Told(ReadOnlyMemory<byte> line)
    {
        lock (_lock)
        {
            _told.Add(line.ToArray());
            if (_told.Count > 30)
            {
                _told.RemoveAt(0);
            }
        }
    }

    public IReadOnlyList<byte[]> LastTold(int events)
    {
        lock (_lock)
        {
            return [.. _told.TakeLast(events)];
        }
    }

    private Fault OfList(int dice) => dice switch
    {
        < 15 => Refused(429),
        < 25 => Refused(500),
        < 32 => Refused(503),
        < 47 => new Fault.Cut(_random.Next(1, 4000)),
        < 52 => new Fault.NoAnswer(),
        < 57 => new Fault.Silence(_random.Next(1, 2000)),
        < 70 => new Fault.Slow(_random.Next(50, 800), TimeSpan.FromMilliseconds(_random.Next(1, 30))),
        _ => new Fault.None(),
    };

    private Fault OfWatch(int dice) => dice switch
    {
        < 8 => Refused(429),
        < 14 => Refused(500),
        < 37 => new Fault.Cut(_random.Next(1, 6000)),
        < 41 => new Fault.NoAnswer(),
        < 47 => new Fault.Silence(_random.Next(1, 4000)),
        < 57 => new Fault.Slow(_random.Next(50, 800), TimeSpan.FromMilliseconds(_random.Next(1, 20))),
        < 67 => new Fault.End(_random.Next(1, 12)),
        < 85 => new Fault.Replay(_random.Next(1, 15)),
        < 90 => new Fault.Expired(),
        _ => new Fault.None(),
    };

    private Fault.Refused Refused(int code) => new(code, _random.Next(3) switch { 0 => null, 1 => 0, _ => code == 429 ? 1 : 0 });
}
