using Kube.Runtime.Telemetry;

namespace Kube.Runtime.Queueing;

/// <summary>
/// Keys waiting for a worker. A key waits at most once, is never handed to two workers at a time, and when it is added while a worker has it,
/// it is handed out once more after <see cref="Done"/>. Higher priorities first, within one priority first in, first out; a lower priority
/// gets at least one of nine turns, so that no stream of changes and no single busy key can starve it.
/// </summary>
/// <typeparam name="TKey">Type of the keys.</typeparam>
/// <remarks>
/// Thread-safe. Adding, taking and giving back cost the same however many keys wait; a delay costs the logarithm of the delayed keys.
/// </remarks>
public sealed class WorkQueue<TKey> : IDisposable, IMeasuredQueue
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly ITimer _timer;
    private readonly string? _name;
    private readonly ReadyKeys<TKey> _ready = new();
    private readonly DelayedKeys<TKey> _delayed = new();
    private readonly FailureBackoff<TKey> _backoff;
    private readonly TokenBucket? _retryLimit;

    // Never below the number of waiting keys; a shut-down queue adds one permit that its takers pass on.
    private readonly SemaphoreSlim _available = new(0);
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan? _timerDue;
    private long _retries;
    private bool _shutDown;

    /// <summary>Creates an empty queue.</summary>
    /// <param name="options">Back-off delays; null for the defaults.</param>
    /// <param name="time">Clock of the delays; null for the system's. Only its monotonic side is used: nobody can set it back.</param>
    public WorkQueue(WorkQueueOptions? options = null, TimeProvider? time = null)
    {
        options ??= new WorkQueueOptions();
        _time = time ?? TimeProvider.System;
        _origin = _time.GetTimestamp();
        _name = options.Name;
        _backoff = new FailureBackoff<TKey>(options.BaseDelay, options.MaxDelay);
        _retryLimit = options.RetriesPerSecond is { } rate ? new TokenBucket(rate, options.RetryBurst) : null;
        _timer = _time.CreateTimer(static state => ((WorkQueue<TKey>)state!).AddDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (_name is not null)
        {
            QueueMetrics.Register(this);
        }
    }

    string IMeasuredQueue.Name => _name ?? "";

    /// <summary>Keys that wait for a worker now.</summary>
    public int Count => Locked(static queue => queue._ready.Count);

    /// <summary>Keys that become due later.</summary>
    public int DelayedCount => Locked(static queue => queue._delayed.Count);

    /// <summary>Keys that workers have now.</summary>
    public int ProcessingCount => Locked(static queue => queue._ready.TakenCount);

    /// <summary>Adds a key, unless it waits already or the queue is shut down. A key that waits already at a lower priority is moved up.</summary>
    /// <param name="key">The key.</param>
    /// <param name="priority">Its priority; of several, the highest holds.</param>
    public void Add(TKey key, int priority = QueuePriority.Normal)
    {
        lock (_lock)
        {
            AddLocked(key, priority);
        }
    }

    /// <summary>Adds a key later. Of several delays of one key the earliest holds; a plain <see cref="Add"/> does not cancel it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="delay">How long to wait; zero or less adds at once.</param>
    /// <param name="priority">Its priority then; of several, the highest holds.</param>
    public void AddAfter(TKey key, TimeSpan delay, int priority = QueuePriority.Normal)
    {
        lock (_lock)
        {
            AddAfterLocked(key, delay, priority);
        }
    }

    /// <summary>
    /// Adds a key after a delay that doubles with each call until <see cref="Forget"/>, and that is longer when too many keys are retried.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="priority">Its priority then; of several, the highest holds.</param>
    /// <returns>The delay.</returns>
    public TimeSpan AddRateLimited(TKey key, int priority = QueuePriority.Normal)
    {
        lock (_lock)
        {
            var delay = _backoff.Next(key);
            if (_retryLimit?.Reserve(Now) is { } common && common > delay)
            {
                delay = common;
            }

            _retries++;
            AddAfterLocked(key, delay, priority);
            return delay;
        }
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
    public int FailuresOf(TKey key)
    {
        lock (_lock)
        {
            return _backoff.CountOf(key);
        }
    }

    /// <summary>The priority at which a key waits or was taken; <see cref="QueuePriority.Normal"/> when it does neither.</summary>
    public int PriorityOf(TKey key)
    {
        lock (_lock)
        {
            return _ready.PriorityOf(key) ?? QueuePriority.Normal;
        }
    }

    /// <summary>Waits for a key and takes it; call <see cref="Done"/> when it is processed.</summary>
    /// <exception cref="WorkQueueClosedException">The queue is shut down and empty.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; no key was taken.</exception>
    public async ValueTask<TKey> TakeAsync(CancellationToken cancellationToken)
    {
        await _available.WaitAsync(cancellationToken).ConfigureAwait(false);
        TimeSpan waited;
        TKey key;
        lock (_lock)
        {
            if (_ready.Count == 0)
            {
                _available.Release();
                throw new WorkQueueClosedException();
            }

            key = _ready.Take(Now, out waited);
        }

        if (_name is not null)
        {
            QueueMetrics.Taken(_name, waited);
        }

        return key;
    }

    /// <summary>Gives a key back after processing. If it was added meanwhile, it waits for a worker again, behind those that wait already.</summary>
    public void Done(TKey key)
    {
        TimeSpan worked;
        lock (_lock)
        {
            switch (_ready.Done(key, Now, out worked))
            {
                case null:
                    return;
                case true:
                    _available.Release();
                    break;
                case false:
                    SignalIfDrainedLocked();
                    break;
            }
        }

        if (_name is not null)
        {
            QueueMetrics.Done(_name, worked);
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
        QueueMetrics.Unregister(this);
    }

    QueueReading IMeasuredQueue.Read()
    {
        lock (_lock)
        {
            var (unfinished, longest) = _ready.Unfinished(Now);
            return new(_ready.Adds, _retries, [.. _ready.Depths], unfinished, longest);
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    private void AddLocked(TKey key, int priority)
    {
        if (!_shutDown && _ready.Add(key, priority, Now))
        {
            _available.Release();
        }
    }

    private void AddAfterLocked(TKey key, TimeSpan delay, int priority)
    {
        if (delay <= TimeSpan.Zero)
        {
            AddLocked(key, priority);
        }
        else if (!_shutDown)
        {
            _delayed.Add(key, Now + delay, priority);
            SetTimerLocked();
        }
    }

    private void AddDue()
    {
        lock (_lock)
        {
            _timerDue = null;
            var now = Now;
            while (_delayed.TryTake(now, out var key, out var priority))
            {
                AddLocked(key, priority);
            }

            SetTimerLocked();
        }
    }

    private void SetTimerLocked()
    {
        if (_delayed.NextDue == _timerDue)
        {
            return;
        }

        _timerDue = _delayed.NextDue;
        var wait = Timeout.InfiniteTimeSpan;
        if (_timerDue is { } due)
        {
            // Timers count whole milliseconds: rounded up, lest the timer fires a moment before the key is due and spins.
            var milliseconds = Math.Ceiling(Math.Max(0, (due - Now).TotalMilliseconds));
            wait = TimeSpan.FromMilliseconds(Math.Min(milliseconds, int.MaxValue));
        }

        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void SignalIfDrainedLocked()
    {
        if (_shutDown && _ready.Count == 0 && _ready.TakenCount == 0)
        {
            _drained.TrySetResult();
        }
    }

    private T Locked<T>(Func<WorkQueue<TKey>, T> read)
    {
        lock (_lock)
        {
            return read(this);
        }
    }
}
