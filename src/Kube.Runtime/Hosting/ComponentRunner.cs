namespace Kube.Runtime.Hosting;

/// <summary>Starts components in the order of their phases and stops them in reverse.</summary>
/// <param name="fatal">Told of a component that ended by itself, and why if it failed.</param>
internal sealed class ComponentRunner(Action<IRuntimeComponent, Exception?> fatal) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Running> _phases = [];
    private bool _isStopped;

    /// <summary>Starts components; does nothing after a stop.</summary>
    public void Start(IEnumerable<IRuntimeComponent> components)
    {
        lock (_lock)
        {
            if (!_isStopped)
            {
                StartLocked(components);
            }
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var phase in Enumerable.Reverse(Stopped()))
        {
            await phase.Stop.CancelAsync().ConfigureAwait(false);
            await phase.All.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Tells all that runs to end what is under way.</summary>
    public void Abandon()
    {
        foreach (var component in Stopped().SelectMany(phase => phase.Components))
        {
            component.Abandon();
        }
    }

    public void Dispose()
    {
        foreach (var phase in Stopped())
        {
            phase.Stop.Dispose();
        }
    }

    private Running[] Stopped()
    {
        lock (_lock)
        {
            _isStopped = true;
            return [.. _phases];
        }
    }

    private void StartLocked(IEnumerable<IRuntimeComponent> components)
    {
        foreach (var group in components.GroupBy(component => component.Phase).OrderBy(group => group.Key))
        {
            var stop = new CancellationTokenSource();
            _phases.Add(new(stop, [.. group], Task.WhenAll(group.Select(component => Task.Run(() => RunAsync(component, stop.Token), CancellationToken.None)))));
        }
    }

    private async Task RunAsync(IRuntimeComponent component, CancellationToken stopping)
    {
        try
        {
            await component.RunAsync(stopping).ConfigureAwait(false);
            fatal(component, null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped as asked.
        }
        catch (Exception e)
        {
            fatal(component, e);
        }
    }

    private sealed record Running(CancellationTokenSource Stop, IReadOnlyList<IRuntimeComponent> Components, Task All);
}
