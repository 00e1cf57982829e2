using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kube.Failover;

/// <summary>One writer as a process of its own.</summary>
public sealed partial class WriterProcess : IDisposable
{
    private const int SigCont = 18;
    private const int SigStop = 19;

    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> _lastLines = new();

    private WriterProcess(Process process, string identity)
    {
        (_process, Identity) = (process, identity);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Its name in the election.</summary>
    public string Identity { get; }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Its exit code; 0 while it runs.</summary>
    public int ExitCode => _process.HasExited ? _process.ExitCode : 0;

    /// <summary>What it printed last.</summary>
    public string Tail
    {
        get
        {
            lock (_lastLines)
            {
                return string.Join('\n', _lastLines);
            }
        }
    }

    /// <summary>Completes when it has seen who leads: from then on it can take over.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Starts one.</summary>
    public static WriterProcess Start(string kubeConfig, string identity, Durations durations)
    {
        string[] arguments = [typeof(WriterProcess).Assembly.Location, "writer", kubeConfig, identity, .. durations.Arguments];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        return new(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."), identity);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: the process stands still, and knows nothing of it.</summary>
    public void Halt() => _ = SendSignal(_process.Id, SigStop);

    /// <summary>SIGCONT.</summary>
    public void Continue() => _ = SendSignal(_process.Id, SigCont);

    /// <summary>Waits for its end.</summary>
    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Kills it if it still runs.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (line.StartsWith(Writer.Sees, StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > 30)
            {
                _lastLines.Dequeue();
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int processId, int signal);
}
