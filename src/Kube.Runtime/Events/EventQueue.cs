using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Events;

/// <summary>
/// Events that wait to be sent. Warnings pass all others; normal events wait while more important work does, because each is one more write for
/// a server that is busy already.
/// </summary>
/// <remarks>Any number may add; one reads.</remarks>
internal sealed class EventQueue(EventRecorderOptions options, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    // Between two bursts nothing waits for a moment.
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<Entry> _entries = Channel.CreateUnboundedPrioritized<Entry>(new() { SingleReader = true });
    private long? _lastBusy;
    private long _sequence;
    private bool _hasFailedToAsk;

    /// <summary>How many wait.</summary>
    public int Count => _entries.Reader.Count;

    /// <summary>Adds an event.</summary>
    /// <returns>False if too many wait, or no more are taken. Normal events leave room for as many warnings as there may be of them.</returns>
    public bool TryAdd(PendingEvent pending) =>
        Count < (pending.Key.Type == EventType.Warning ? 2L * options.Capacity : options.Capacity)
        && _entries.Writer.TryWrite(new(pending, time.GetTimestamp(), Interlocked.Increment(ref _sequence)));

    /// <summary>Takes no more events. Those that wait are to be sent at once.</summary>
    public void Complete()
    {
        _entries.Writer.TryComplete();
        _completed.TrySetResult();
    }

    /// <summary>The events, each when it may be sent, until there are none and no more are taken.</summary>
    public async IAsyncEnumerable<PendingEvent> ReadAllAsync()
    {
        while (await _entries.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_entries.Reader.TryPeek(out var next))
            {
                if (MustWait(next))
                {
                    await Task.WhenAny(Task.Delay(s_pause, time), _completed.Task).ConfigureAwait(false);
                }
                else if (_entries.Reader.TryRead(out var taken))
                {
                    yield return taken.Event;
                }
            }
        }
    }

    private bool MustWait(Entry next)
    {
        if (!next.IsNormal || _completed.Task.IsCompleted)
        {
            return false;
        }

        if (IsBusy())
        {
            _lastBusy = time.GetTimestamp();
        }

        return _lastBusy is { } lastBusy && time.GetElapsedTime(lastBusy) < s_quiet && time.GetElapsedTime(next.Since) < options.MaxDelay;
    }

    // Whoever cannot answer must not end the sending.
    private bool IsBusy()
    {
        try
        {
            return options.IsBusy?.Invoke() == true;
        }
        catch (Exception e)
        {
            if (!_hasFailedToAsk)
            {
                _hasFailedToAsk = true;
                logger.LogWarning("Events do not wait for other work: asking for it failed: {Problem}", e.Message);
            }

            return false;
        }
    }

    private readonly record struct Entry(PendingEvent Event, long Since, long Sequence) : IComparable<Entry>
    {
        public bool IsNormal => Event.Key.Type == EventType.Normal;

        public int CompareTo(Entry other) => (IsNormal, Sequence).CompareTo((other.IsNormal, other.Sequence));
    }
}
