namespace Kube.Runtime.Events;

/// <summary>Remembers events that were sent, so that a repetition raises a count.</summary>
/// <remarks>Not thread-safe: the one sender owns it.</remarks>
internal sealed class SeriesCache(TimeSpan window)
{
    private const int MaxEntries = 4096;

    private readonly Dictionary<EventKey, SentEvent> _sent = [];

    /// <summary>The event that this one repeats; null when there is none recent enough.</summary>
    public SentEvent? Find(EventKey key, DateTime now) =>
        _sent.TryGetValue(key, out var sent) && now - sent.Last <= window ? sent : null;

    public void Remember(EventKey key, SentEvent sent)
    {
        if (_sent.Count >= MaxEntries)
        {
            foreach (var (old, _) in _sent.Where(entry => sent.Last - entry.Value.Last > window).ToArray())
            {
                _sent.Remove(old);
            }
        }

        // Still full of recent events: forgetting all costs only some counts.
        if (_sent.Count >= MaxEntries)
        {
            _sent.Clear();
        }

        _sent[key] = sent;
    }
}

/// <summary>An event that the server has.</summary>
internal sealed record SentEvent(string Name, int Count, DateTime Last);
