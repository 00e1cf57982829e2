using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Ray.DevEnvironment;

/// <summary>The operator as a process of its own, the way it runs in a cluster.</summary>
public sealed class OperatorProcess : IAsyncDisposable
{
    // In hexadecimal: 384 MiB, three quarters of what deploy/manager lets the container have, as .NET chooses there by itself.
    private const string HeapLimit = "18000000";

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly Task _copying;

    private OperatorProcess(Process process, Uri metrics, StreamWriter log)
    {
        _process = process;
        Metrics = metrics;
        _log = log;
        _copying = Task.WhenAll(CopyAsync(process.StandardOutput), CopyAsync(process.StandardError));
    }

    /// <summary>Process id.</summary>
    public int Id => _process.Id;

    /// <summary>Where its <c>/metrics</c> answers.</summary>
    public Uri Metrics { get; }

    /// <summary>When the process was started.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>CPU time that the process has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Largest resident memory so far, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Resident memory at present, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Whether the process has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts the operator and waits until <c>/readyz</c> says that its caches are synced.</summary>
    /// <param name="kubeConfigPath">Whom the operator is and which cluster it serves.</param>
    /// <param name="logPath">File that its output is appended to.</param>
    /// <param name="options">Further options of its command line.</param>
    /// <param name="cancellationToken">Gives up; the process is killed.</param>
    /// <exception cref="InvalidOperationException">The operator ended, or was not ready within a minute; the message holds the end of its log.</exception>
    public static async Task<OperatorProcess> StartAsync(
        string kubeConfigPath, string logPath, IEnumerable<string> options, CancellationToken cancellationToken)
    {
        var (port, metrics) = FreePort.Two();
        string[] arguments =
        [
            "run", "--kubeconfig", kubeConfigPath, "--health-probe-bind-address", At(port), "--metrics-addr", At(metrics),
            .. options,
        ];
        var start = Repository.OperatorStart(arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        var startedAt = TimeProvider.System.GetUtcNow();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        var started = new OperatorProcess(
            process, new($"http://{At(metrics)}/metrics"), new StreamWriter(new FileStream(logPath, FileMode.Append, FileAccess.Write, FileShare.Read)))
        {
            StartedAt = startedAt,
        };
        try
        {
            await started.WaitUntilReadyAsync(port, logPath, cancellationToken);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL: the process gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: the process stands still, and knows nothing of it.</summary>
    public void Halt() => Signals.Send(_process.Id, Signals.Stop);

    /// <summary>SIGCONT: the process goes on where it stood.</summary>
    public void Continue() => Signals.Send(_process.Id, Signals.Continue);

    /// <summary>Waits until the process ends by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>SIGTERM, then waits for the exit.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken = default)
    {
        if (!_process.HasExited)
        {
            // A kubelet asks before it kills, and so do we.
            Signals.Send(_process.Id, Signals.Terminate);
        }

        return await WaitForExitAsync(cancellationToken);
    }

    /// <summary>Kills the process if it still runs, and closes its log.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        await _copying;
        await _log.DisposeAsync();
        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync(int port, string logPath, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        using var client = new HttpClient { BaseAddress = new Uri($"http://{At(port)}") };
        while (!_process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/readyz", UriKind.Relative), deadline.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // The listener is not up yet.
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }

        var state = _process.HasExited ? $"ended with exit code {_process.ExitCode}" : "was not ready within a minute";
        throw new InvalidOperationException($"The operator {state}. Its log, {logPath}, ends:\n{await TailAsync(logPath, cancellationToken)}");
    }

    internal static async Task<string> TailAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var lines = (await reader.ReadToEndAsync(cancellationToken)).Split('\n');
        return string.Join('\n', lines.TakeLast(20));
    }

    private async Task CopyAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_log)
            {
                _log.WriteLine(line);
                _log.Flush();
            }
        }
    }

    private static string At(int port) => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
}
