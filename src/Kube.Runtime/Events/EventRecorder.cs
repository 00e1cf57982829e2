using k8s;
using k8s.Models;
using Kube.Runtime.Leadership;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Events;

/// <summary>
/// Tells people what a controller does, as events of <c>events.k8s.io/v1</c>. Recording never waits and never throws: events are sent in the
/// background, identical ones are counted in a series, many that differ in their note alone become one, an object that is spoken of too often is
/// spoken of less, and what cannot be sent is logged. Warnings are sent first; normal events wait while <see cref="EventRecorderOptions.IsBusy"/>
/// says that more important work does.
/// </summary>
/// <remarks>Thread-safe. Call <see cref="DrainAsync"/> before the process ends.</remarks>
public sealed class EventRecorder
{
    private readonly ResourceClient<Eventsv1Event> _client;
    private readonly EventRecorderOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly EventQueue _pending;
    private readonly SeriesCache _series;
    private readonly EventCorrelator _correlator;
    private readonly Task _sending;
    private long _sequence;
    private long _dropped;

    /// <summary>Creates a recorder and starts its sender.</summary>
    /// <param name="transport">Reaches the server.</param>
    /// <param name="options">Who reports.</param>
    /// <param name="logger">Told of events that were not sent.</param>
    /// <param name="time">Clock of the events; null for the system's.</param>
    public EventRecorder(IApiTransport transport, EventRecorderOptions options, ILogger? logger = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _client = new ResourceClient<Eventsv1Event>(transport, BuiltInResources.Events);
        _options = options;
        _logger = logger ?? NullLogger.Instance;
        _time = time ?? TimeProvider.System;
        _series = new SeriesCache(options.SeriesWindow);
        _correlator = new EventCorrelator(options);
        _pending = new EventQueue(options, _time, _logger);
        _sending = Task.Run(SendAllAsync);
    }

    /// <summary>Records an event about an object.</summary>
    /// <param name="regarding">The object; must have its apiVersion and kind.</param>
    /// <param name="type">Whether a person should look.</param>
    /// <param name="reason">Why, one word in upper camel case, such as <c>CreatedPod</c>; at most 128 characters.</param>
    /// <param name="action">What was done, such as <c>CreatePod</c>; at most 128 characters.</param>
    /// <param name="note">The story; cut to 1024 bytes.</param>
    public void Record(IKubernetesObject<V1ObjectMeta> regarding, EventType type, string reason, string action, string note) =>
        Record(ObjectReferences.To(regarding), type, reason, action, note);

    /// <summary>Records an event about an object that is known by reference only.</summary>
    public void Record(V1ObjectReference regarding, EventType type, string reason, string action, string note)
    {
        ArgumentNullException.ThrowIfNull(regarding);
        var key = new EventKey(
            regarding.NamespaceProperty ?? "",
            regarding.Kind ?? "",
            regarding.Name ?? "",
            regarding.Uid ?? "",
            type,
            EventNote.Cut(reason, 128),
            EventNote.Cut(action, 128),
            EventNote.Cut(note));
        if (!_pending.TryAdd(new PendingEvent(key, regarding, _time.GetUtcNow().UtcDateTime, key.Note)))
        {
            Interlocked.Increment(ref _dropped);
        }
    }

    /// <summary>How many events wait to be sent.</summary>
    internal int Waiting => _pending.Count;

    /// <summary>Refuses further events and waits until those recorded are sent.</summary>
    public Task DrainAsync(CancellationToken cancellationToken)
    {
        _pending.Complete();
        return _sending.WaitAsync(cancellationToken);
    }

    private async Task SendAllAsync()
    {
        await foreach (var pending in _pending.ReadAllAsync().ConfigureAwait(false))
        {
            await TrySendAsync(_correlator.Combine(pending)).ConfigureAwait(false);
            if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
            {
                _logger.LogWarning("{Count} events were dropped: more than {Capacity} waited to be sent.", dropped, _options.Capacity);
            }
        }
    }

    private async Task TrySendAsync(PendingEvent pending)
    {
        try
        {
            await SendAsync(pending).ConfigureAwait(false);
        }
        catch (LeadershipLostException e)
        {
            // Another process tells of the object now, and the election has told why this one does not.
            _logger.LogDebug("Event {Reason} about {Kind} {Name} was not recorded: {Problem}", pending.Key.Reason, pending.Key.Kind, pending.Key.Name, e.Message);
        }
        catch (Exception e)
        {
            // An event about an object in a namespace that is being deleted is refused; that and every other loss is not worth a failure.
            _logger.LogWarning(
                "Event {Reason} about {Kind} {Namespace}/{Name} was not recorded: {Problem}",
                pending.Key.Reason, pending.Key.Kind, pending.Key.Namespace, pending.Key.Name, e.Message);
        }
    }

    private async Task SendAsync(PendingEvent pending)
    {
        var before = _series.Find(pending.Key, pending.At);
        if (!_correlator.Allows(pending))
        {
            // Not sent, but counted: the next one that is sent brings the true number along.
            if (before is not null)
            {
                _series.Remember(pending.Key, before with { Count = before.Count + 1, Last = pending.At });
            }

            _logger.LogDebug("Event {Reason} about {Kind} {Name} was not sent: that object had too many lately.", pending.Key.Reason, pending.Key.Kind, pending.Key.Name);
            return;
        }

        if (before is not null && await TryCountAsync(pending, before).ConfigureAwait(false))
        {
            return;
        }

        var created = EventObject.New(pending, _options, Interlocked.Increment(ref _sequence));
        await _client.CreateAsync(created).ConfigureAwait(false);
        _series.Remember(pending.Key, new SentEvent(created.Metadata.Name, 1, pending.At));
    }

    private async Task<bool> TryCountAsync(PendingEvent pending, SentEvent first)
    {
        var counted = first with { Count = first.Count + 1, Last = pending.At };
        try
        {
            await _client.PatchAsync(first.Name, EventObject.NamespaceOf(pending), EventObject.Series(counted.Count, counted.Last)).ConfigureAwait(false);
            _series.Remember(pending.Key, counted);
            return true;
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            // Servers keep events for an hour or less.
            return false;
        }
    }
}
