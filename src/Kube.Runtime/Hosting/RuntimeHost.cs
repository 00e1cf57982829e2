using k8s.Models;
using Kube.Runtime.Events;
using Kube.Runtime.Leadership;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Hosting;

/// <summary>
/// Runs informers and controllers with the process. Caches start first; controllers follow, when there is an election as soon as it is won.
/// They stop in reverse, then events are sent, and the lease is given back last, when nothing is written any more. A component that ends by
/// itself, or the loss of the leadership, stops the process with exit code 1.
/// </summary>
internal sealed class RuntimeHost : IHostedService, IDisposable
{
    // Thousands may wait, and another process waits for the lease, which is given back after them.
    private static readonly TimeSpan s_lastEvents = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyList<IRuntimeComponent> _components;
    private readonly EventRecorder? _events;
    private readonly LeaderElector? _elector;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger _logger;
    private readonly ComponentRunner _always;
    private readonly ComponentRunner _leading;
    private readonly CancellationTokenSource _stopAcquiring = new();
    private readonly CancellationTokenSource _stopHolding = new();
    private Task _election = Task.CompletedTask;
    private int _isFatal;

    public RuntimeHost(
        IEnumerable<IRuntimeComponent> components,
        EventRecorder? events,
        LeaderElector? elector,
        IHostApplicationLifetime lifetime,
        ILogger<RuntimeHost> logger)
    {
        _components = [.. components];
        _events = events;
        _elector = elector;
        _lifetime = lifetime;
        _logger = logger;
        _always = new ComponentRunner(ComponentEnded);
        _leading = new ComponentRunner(ComponentEnded);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _always.Start(_components.Where(component => _elector is null || !component.NeedsLeadership));
        if (_elector is { } elector)
        {
            _election = Task.Run(() => LeadAsync(elector), CancellationToken.None);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopAcquiring.CancelAsync().ConfigureAwait(false);
        await _leading.StopAsync(cancellationToken).ConfigureAwait(false);
        await _always.StopAsync(cancellationToken).ConfigureAwait(false);
        if (_events is not null)
        {
            await SendLastEventsAsync(_events, cancellationToken).ConfigureAwait(false);
        }

        await _stopHolding.CancelAsync().ConfigureAwait(false);
        await _election.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (_elector is not null)
        {
            await _elector.ReleaseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _leading.Dispose();
        _always.Dispose();
        _stopAcquiring.Dispose();
        _stopHolding.Dispose();
    }

    private async Task SendLastEventsAsync(EventRecorder events, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_lastEvents);
        try
        {
            await events.DrainAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.LogWarning("{Count} events were not sent within the {Seconds} s that the end of the process waits for them.", events.Waiting, s_lastEvents.TotalSeconds);
        }
    }

    private async Task LeadAsync(LeaderElector elector)
    {
        try
        {
            var term = await elector.AcquireAsync(_stopAcquiring.Token).ConfigureAwait(false);
            _stopAcquiring.Token.ThrowIfCancellationRequested();
            _events?.Record(
                new V1ObjectReference { ApiVersion = "coordination.k8s.io/v1", Kind = "Lease", NamespaceProperty = elector.LeaseNamespace, Name = elector.LeaseName },
                EventType.Normal, "LeaderElection", "Lead", $"{term.Identity} became the leader, term {term.Number}");
            _leading.Start(_components.Where(component => component.NeedsLeadership));
            await elector.HoldAsync(_stopHolding.Token).ConfigureAwait(false);
        }
        catch (LeadershipLostException e)
        {
            _leading.Abandon();
            Fatal(null, $"{e.Message} This process stops; whatever it would still write is refused, and another leads.");
        }
        catch (OperationCanceledException) when (_stopAcquiring.IsCancellationRequested)
        {
            // The process stops.
        }
        catch (Exception e)
        {
            _leading.Abandon();
            Fatal(e, $"The leader election ended unexpectedly: {e.Message}. The process stops.");
        }
    }

    // Half a set of controllers is worse than none: a supervisor starts the whole again, and people see why.
    private void ComponentEnded(IRuntimeComponent component, Exception? e)
    {
        // Refused writes are told of once, by the election.
        if (e is not LeadershipLostException)
        {
            Fatal(e, $"The {component.Name} ended unexpectedly: {e?.Message ?? "without an error"}. The process stops.");
        }
    }

    private void Fatal(Exception? e, string message)
    {
        if (Interlocked.Exchange(ref _isFatal, 1) == 0)
        {
            _logger.LogCritical(e, "{Message}", message);
        }
        else
        {
            _logger.LogError(e, "{Message}", message);
        }

        Environment.ExitCode = 1;
        _lifetime.StopApplication();
    }
}
