using Kube.Runtime.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Hosting;

/// <summary>
/// Runs informers and controllers with the process: starts caches first, stops controllers first, then drains events. A component that ends
/// by itself stops the process with exit code 1.
/// </summary>
internal sealed class RuntimeHost(
    IEnumerable<IRuntimeComponent> components, EventRecorder? events, IHostApplicationLifetime lifetime, ILogger<RuntimeHost> logger)
    : IHostedService, IDisposable
{
    private readonly List<Phase> _phases = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var group in components.GroupBy(component => component.Phase).OrderBy(group => group.Key))
        {
            var stop = new CancellationTokenSource();
            _phases.Add(new Phase(stop, Task.WhenAll(group.Select(component => Task.Run(() => RunAsync(component, stop.Token), CancellationToken.None)))));
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var phase in Enumerable.Reverse(_phases))
        {
            await phase.Stop.CancelAsync().ConfigureAwait(false);
            await phase.Running.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (events is not null)
        {
            await events.DrainAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        foreach (var phase in _phases)
        {
            phase.Stop.Dispose();
        }
    }

    private async Task RunAsync(IRuntimeComponent component, CancellationToken stopping)
    {
        try
        {
            await component.RunAsync(stopping).ConfigureAwait(false);
            Fatal(component, null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            logger.LogDebug("The {Component} has stopped.", component.Name);
        }
        catch (Exception e)
        {
            Fatal(component, e);
        }
    }

    // Half a set of controllers is worse than none: a supervisor starts the whole again, and people see why.
    private void Fatal(IRuntimeComponent component, Exception? e)
    {
        logger.LogCritical(e, "The {Component} ended unexpectedly: {Reason}. The process stops.", component.Name, e?.Message ?? "without an error");
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    private sealed record Phase(CancellationTokenSource Stop, Task Running);
}
