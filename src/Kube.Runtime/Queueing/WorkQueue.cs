namespace Kube.Runtime.Queueing;

/// <summary>
/// Keys waiting for a worker. A key waits at most once, is never handed to two workers at a time, and when it is added while a worker has it,
/// it is handed out once more after <see cref="Done"/>. First in, first out.
/// </summary>
/// <typeparam name="TKey">Type of the keys.</typeparam>
/// <remarks>Thread-safe.</remarks>
public sealed class WorkQueue<TKey> : IDisposable
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly Queue<TKey> _queue = new();

    // Dirty: wants a worker. Processing: has one. A key in both waits in no queue; Done puts it there.
    private readonly HashSet<TKey> _dirty = [];
    private readonly HashSet<TKey> _processing = [];
    private readonly DelayedKeys<TKey> _delayed = new();
    private readonly FailureBackoff<TKey> _backoff;

    // Never below the number of queued keys; a shut-down queue adds one permit that its takers pass on.
    private readonly SemaphoreSlim _available = new(0);
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _shutDown;

    /// <summary>Creates an empty queue.</summary>
    /// <param name="options">Back-off delays; null for the defaults.</param>
    /// <param name="time">Clock of the delays; null for the system's.</param>
    public WorkQueue(WorkQueueOptions? options = null, TimeProvider? time = null)
    {
        options ??= new WorkQueueOptions();
        _time = time ?? TimeProvider.System;
        _backoff = new FailureBackoff<TKey>(options.BaseDelay, options.MaxDelay);
        _timer = _time.CreateTimer(static state => ((WorkQueue<TKey>)state!).AddDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Keys that wait for a worker now.</summary>
    public int Count => Locked(() => _queue.Count);

    /// <summary>Keys that become due later.</summary>
    public int DelayedCount => Locked(() => _delayed.Count);

    /// <summary>Keys that workers have now.</summary>
    public int ProcessingCount => Locked(() => _processing.Count);

    /// <summary>Adds a key, unless it waits already or the queue is shut down.</summary>
    public void Add(TKey key)
    {
        lock (_lock)
        {
            AddLocked(key);
        }
    }

    /// <summary>Adds a key later. Of several delays of one key the earliest holds; a plain <see cref="Add"/> does not cancel it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="delay">How long to wait; zero or less adds at once.</param>
    public void AddAfter(TKey key, TimeSpan delay)
    {
        lock (_lock)
        {
            if (_shutDown)
            {
                return;
            }

            if (delay <= TimeSpan.Zero)
            {
                AddLocked(key);
                return;
            }

            _delayed.Add(key, _time.GetUtcNow() + delay);
            SetTimerLocked();
        }
    }

    /// <summary>Adds a key after a delay that doubles with each call until <see cref="Forget"/>.</summary>
    /// <returns>The delay.</returns>
    public TimeSpan AddRateLimited(TKey key)
    {
        TimeSpan delay;
        lock (_lock)
        {
            delay = _backoff.Next(key);
        }

        AddAfter(key, delay);
        return delay;
    }

    /// <summary>Ends a key's back-off: its next failure waits the base delay again. The key itself stays queued if it is.</summary>
    public void Forget(TKey key)
    {
        lock (_lock)
        {
            _backoff.Forget(key);
        }
    }

    /// <summary>How often a key failed since it was last forgotten.</summary>
    public int FailuresOf(TKey key) => Locked(() => _backoff.CountOf(key));

    /// <summary>Waits for a key and takes it; call <see cref="Done"/> when it is processed.</summary>
    /// <exception cref="WorkQueueClosedException">The queue is shut down and empty.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; no key was taken.</exception>
    public async ValueTask<TKey> TakeAsync(CancellationToken cancellationToken)
    {
        await _available.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            if (!_queue.TryDequeue(out var key))
            {
                _available.Release();
                throw new WorkQueueClosedException();
            }

            _dirty.Remove(key);
            _processing.Add(key);
            return key;
        }
    }

    /// <summary>Gives a key back after processing. If it was added meanwhile, it waits for a worker again.</summary>
    public void Done(TKey key)
    {
        lock (_lock)
        {
            _processing.Remove(key);
            if (_dirty.Contains(key))
            {
                EnqueueLocked(key);
            }

            SignalIfDrainedLocked();
        }
    }

    /// <summary>Refuses new keys and drops delayed ones. Keys that wait already are still handed out, then takers meet the end.</summary>
    public void ShutDown()
    {
        lock (_lock)
        {
            if (_shutDown)
            {
                return;
            }

            _shutDown = true;
            _delayed.Clear();
            SetTimerLocked();
            _available.Release();
            SignalIfDrainedLocked();
        }
    }

    /// <summary>Completes when the queue is shut down, empty, and all keys were given back.</summary>
    public Task WaitForDrainAsync(CancellationToken cancellationToken) => _drained.Task.WaitAsync(cancellationToken);

    /// <summary>Shuts the queue down and releases its timer.</summary>
    public void Dispose()
    {
        ShutDown();
        _timer.Dispose();
    }

    private void AddLocked(TKey key)
    {
        if (!_shutDown && _dirty.Add(key) && !_processing.Contains(key))
        {
            EnqueueLocked(key);
        }
    }

    private void EnqueueLocked(TKey key)
    {
        _queue.Enqueue(key);
        _available.Release();
    }

    private void AddDue()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            while (_delayed.TryTake(now, out var key))
            {
                AddLocked(key);
            }

            SetTimerLocked();
        }
    }

    private void SetTimerLocked()
    {
        var wait = Timeout.InfiniteTimeSpan;
        if (_delayed.NextDue is { } due)
        {
            // Timers count whole milliseconds: rounded up, lest the timer fires a moment before the key is due and spins.
            var milliseconds = Math.Ceiling(Math.Max(0, (due - _time.GetUtcNow()).TotalMilliseconds));
            wait = TimeSpan.FromMilliseconds(Math.Min(milliseconds, int.MaxValue));
        }

        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void SignalIfDrainedLocked()
    {
        if (_shutDown && _queue.Count == 0 && _processing.Count == 0)
        {
            _drained.TrySetResult();
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }
}
