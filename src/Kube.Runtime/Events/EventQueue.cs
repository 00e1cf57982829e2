using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Kube.Runtime.Events;

/// <summary>
/// Events that wait to be sent. Warnings pass all others; normal events wait while more important work does, because each is one more write for
/// a server that is busy already.
/// </summary>
/// <remarks>Any number may add; one reads.</remarks>
internal sealed class EventQueue(EventRecorderOptions options, TimeProvider time)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    // Between two bursts nothing waits for a moment.
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<Entry> _entries = Channel.CreateUnboundedPrioritized<Entry>(new() { SingleReader = true });
    private DateTime _lastBusy = DateTime.MinValue;
    private long _sequence;

    /// <summary>Adds an event.</summary>
    /// <returns>False if too many wait, or no more are taken.</returns>
    public bool TryAdd(PendingEvent pending) =>
        _entries.Reader.Count < options.Capacity
        && _entries.Writer.TryWrite(new(pending, Interlocked.Increment(ref _sequence)));

    /// <summary>Takes no more events. Those that wait are to be sent at once.</summary>
    public void Complete()
    {
        _entries.Writer.TryComplete();
        _completed.TrySetResult();
    }

    /// <summary>The events, each when it may be sent, until there are none and no more are taken.</summary>
    public async IAsyncEnumerable<PendingEvent> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await _entries.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (_entries.Reader.TryPeek(out var next))
            {
                if (MustWait(next.Event))
                {
                    await Task.WhenAny(Task.Delay(s_pause, time, cancellationToken), _completed.Task).ConfigureAwait(false);
                }
                else if (_entries.Reader.TryRead(out var taken))
                {
                    yield return taken.Event;
                }
            }
        }
    }

    private bool MustWait(PendingEvent next)
    {
        if (options.IsBusy is not { } isBusy || next.Key.Type == EventType.Warning || _completed.Task.IsCompleted)
        {
            return false;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (isBusy())
        {
            _lastBusy = now;
        }

        return now - _lastBusy < s_quiet && now - next.At < options.MaxDelay;
    }

    private readonly record struct Entry(PendingEvent Event, long Sequence) : IComparable<Entry>
    {
        public int CompareTo(Entry other) => (IsNormal, Sequence).CompareTo((other.IsNormal, other.Sequence));

        private bool IsNormal => Event.Key.Type == EventType.Normal;
    }
}
