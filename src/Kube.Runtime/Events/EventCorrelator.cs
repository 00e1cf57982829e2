using Kube.Runtime.Queueing;

namespace Kube.Runtime.Events;

/// <summary>
/// Keeps one busy object from flooding the server, by client-go's rules: many events that differ in their note alone become one series, and an
/// object that is spoken of again and again is spoken of less.
/// </summary>
/// <remarks>Not thread-safe: the one sender owns it.</remarks>
internal sealed class EventCorrelator(EventRecorderOptions options)
{
    public const string Combined = "(combined from similar events): ";

    private const int MaxEntries = 4096;

    private readonly Dictionary<EventKey, Similar> _similar = [];
    private readonly Dictionary<EventKey, TokenBucket> _objects = [];

    /// <summary>The event as it is to be sent: itself, or part of the series of its like.</summary>
    public PendingEvent Combine(PendingEvent pending)
    {
        var group = pending.Key with { Note = "" };
        if (!_similar.TryGetValue(group, out var similar) || pending.At - similar.Last > options.SimilarWindow)
        {
            MakeRoom(_similar);
            _similar[group] = similar = new Similar();
        }

        similar.Last = pending.At;

        // One note more than may be told apart is enough to know.
        if (similar.Notes.Count <= options.MaxSimilar)
        {
            similar.Notes.Add(pending.Key.Note);
        }

        return similar.Notes.Count <= options.MaxSimilar
            ? pending
            : pending with { Key = pending.Key with { Note = Combined }, Note = EventNote.Cut(Combined + pending.Key.Note) };
    }

    /// <summary>Whether an event about this object may be sent now.</summary>
    public bool Allows(PendingEvent pending)
    {
        var about = new EventKey(pending.Key.Namespace, pending.Key.Kind, pending.Key.Name, pending.Key.Uid, default, "", "", "");
        if (!_objects.TryGetValue(about, out var bucket))
        {
            MakeRoom(_objects);
            _objects[about] = bucket = new TokenBucket(1 / options.ObjectRefill.TotalSeconds, options.ObjectBurst);
        }

        return bucket.TryTake(TimeSpan.FromTicks(pending.At.Ticks));
    }

    // Forgetting all costs only that some events are told once more.
    private static void MakeRoom<TValue>(Dictionary<EventKey, TValue> entries)
    {
        if (entries.Count >= MaxEntries)
        {
            entries.Clear();
        }
    }

    private sealed class Similar
    {
        public HashSet<string> Notes { get; } = new(StringComparer.Ordinal);

        public DateTime Last { get; set; }
    }
}
