using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Ray.Pictures.Terminals;

/// <summary>Runs a shell's command line under a pseudo-terminal, which <c>script</c> of util-linux makes, so that it prints what it would print to a person.</summary>
internal sealed class PseudoTerminal : IAsyncDisposable
{
    private const int Rows = 60;
    private const char Interrupt = '\x03';

    private readonly Process _process;
    private readonly Task _reading;

    private PseudoTerminal(Process process, Action<string> show)
    {
        _process = process;
        _reading = ReadAsync(show);
    }

    /// <summary>Starts it.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="columns">Width of the terminal.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="show">Gets the output as it comes.</param>
    public static PseudoTerminal Start(
        string command, string folder, int columns, IReadOnlyDictionary<string, string> environment, Action<string> show)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"stty cols {columns} rows {Rows}");
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--flush", "--command", $"{size}\n{command}", "/dev/null"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["TERM"] = "xterm-256color", ["SHELL"] = "/bin/bash", ["TMPDIR"] = "/tmp" },
        };
        start.Environment.Remove("NO_COLOR");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start) ?? throw new InvalidOperationException("script of util-linux did not start."), show);
    }

    /// <summary>Waits until the command ends by itself and all its output was shown.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitAsync()
    {
        await _reading;
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Presses Ctrl+C, as a person would, and waits for the end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await _process.StandardInput.WriteAsync(Interrupt);
            await _process.StandardInput.FlushAsync();
        }

        _ = await WaitAsync();
        _process.Dispose();
    }

    private async Task ReadAsync(Action<string> show)
    {
        var buffer = new char[4096];
        while (await _process.StandardOutput.ReadAsync(buffer) is > 0 and var count)
        {
            show(new string(buffer, 0, count));
        }
    }
}
