using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Ray.DevEnvironment;

namespace Ray.EndToEnd.Commands;

/// <summary><c>ray-operator local</c> as a program of its own, which runs until it is told to stop.</summary>
internal sealed partial class LocalProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Task _reading;

    private LocalProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(CopyAsync(process.StandardOutput, _output), CopyAsync(process.StandardError, _error));
    }

    /// <summary>What it printed so far.</summary>
    public string Output => Text(_output);

    /// <summary>What it complained about so far.</summary>
    public string Error => Text(_error);

    /// <summary>The kubeconfig that it told to export.</summary>
    public string KubeConfig => KubeConfigOf(Output);

    public static LocalProcess Start(params string[] arguments)
    {
        var start = Repository.OperatorStart(["local", .. arguments]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        return new(Process.Start(start)!);
    }

    /// <summary>The kubeconfig that a line of the output tells to export.</summary>
    public static string KubeConfigOf(string output)
    {
        var line = Exported().Match(output);
        Assert.True(line.Success, $"Nothing is told to be exported:\n{output}");
        return line.Groups["path"].Value;
    }

    /// <summary>Waits until it has printed a text.</summary>
    public async Task UntilAsync(string text) => await Eventually.ReadAsync(
        $"it prints '{text}'", () => Task.FromResult(Output + Error), output => output.Contains(text, StringComparison.Ordinal), s_patience);

    /// <summary>Sends a signal and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(int signal)
    {
        Signals.Send(_process.Id, signal);
        return await EndAsync();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(s_patience);
        await _reading;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        await _reading;
        _process.Dispose();
    }

    private static async Task CopyAsync(StreamReader from, StringBuilder to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (to)
            {
                to.AppendLine(line);
            }
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    [GeneratedRegex("export KUBECONFIG=(?<path>\\S+)")]
    private static partial Regex Exported();
}
