namespace Ray.DevEnvironment.Chaos;

/// <summary>When the API server was away, or an operator could not reach anybody. Written by one and read by another at the same time.</summary>
public sealed class Outages
{
    /// <summary>How long after its end an outage explains what goes wrong: connections are found dead, caches are filled anew.</summary>
    public static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly List<(DateTimeOffset From, DateTimeOffset? To)> _times = [];

    /// <summary>How many there were.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _times.Count;
            }
        }
    }

    /// <summary>Begins one.</summary>
    /// <returns>Ends it.</returns>
    public Action Begin()
    {
        lock (_lock)
        {
            var (number, from) = (_times.Count, TimeProvider.System.GetUtcNow());
            _times.Add((from, null));
            return () => End(number, from);
        }
    }

    /// <summary>Whether an outage explains what happened at a moment.</summary>
    public bool Explain(DateTimeOffset at)
    {
        lock (_lock)
        {
            return _times.Any(time => at >= time.From - TimeSpan.FromSeconds(1) && (time.To is not { } to || at <= to + Aftermath));
        }
    }

    private void End(int number, DateTimeOffset from)
    {
        lock (_lock)
        {
            _times[number] = (from, TimeProvider.System.GetUtcNow());
        }
    }
}
