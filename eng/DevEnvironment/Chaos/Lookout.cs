using k8s.Models;
using Kube;
using Ray.DevEnvironment.Chaos.Judging;

namespace Ray.DevEnvironment.Chaos;

/// <summary>Looks at the pods again and again while things are done, and remembers what must not be.</summary>
public sealed class Lookout : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(150);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly List<Violation> _violations = [];
    private readonly Stage _stage;
    private readonly Task _looking;

    /// <summary>Begins.</summary>
    public Lookout(Stage stage)
    {
        _stage = stage;
        _looking = Task.Run(LookAsync);
    }

    /// <summary>How often it looked.</summary>
    public int Looks { get; private set; }

    /// <summary>What was seen that must not be, each once.</summary>
    public IReadOnlyList<Violation> Violations
    {
        get
        {
            lock (_lock)
            {
                return [.. _violations];
            }
        }
    }

    /// <summary>Ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _looking;
        _stop.Dispose();
    }

    private async Task LookAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Judge((await _stage.Pods.ListAsync(null, cancellationToken: _stop.Token)).Items.Where(pod => Stage.Namespaces.Contains(pod.Namespace())));
                await Task.Delay(s_pause, TimeProvider.System, _stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // As asked.
            }
            catch (ApiException)
            {
                // The API server is away; it is looked again.
                await Task.Delay(s_pause, TimeProvider.System);
            }
        }
    }

    private void Judge(IEnumerable<V1Pod> pods)
    {
        Looks++;
        foreach (var violation in Always.Violations(pods, _stage.World))
        {
            lock (_lock)
            {
                if (!_violations.Contains(violation))
                {
                    _violations.Add(violation);
                }
            }
        }
    }
}
