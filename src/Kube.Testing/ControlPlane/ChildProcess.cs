using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kube.Testing;

/// <summary>A program that never outlives this process, whatever ends it, with its output in a log file.</summary>
/// <remarks>
/// The program's shell leaves a watcher behind that reads a pipe from this process. A line means "all is well, go"; the end of
/// the pipe means that this process is gone, even by SIGKILL, and the watcher kills the program. <c>PR_SET_PDEATHSIG</c> would not do:
/// it fires when the <em>thread</em> that started the program ends, and .NET starts programs on pool threads that come and go.
/// </remarks>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private const int Terminate = 15;

    // $$ stays the shell's own process id in the background part, and `exec` hands that id on to the program.
    private const string Wrapper =
        """
        exec 3<&0 </dev/null >>"$1" 2>&1
        shift
        { read -r line <&3 || kill -KILL $$; } &
        exec "$@" 3<&-
        """;

    private readonly Process process;

    private ChildProcess(string name, string log, Process process)
    {
        Name = name;
        Log = log;
        this.process = process;
    }

    public string Name { get; }

    public string Log { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public static ChildProcess Start(string program, IEnumerable<string> arguments, string log)
    {
        var name = Path.GetFileName(program);
        var start = new ProcessStartInfo("/bin/sh", ["-c", Wrapper, name, log, program, .. arguments]) { RedirectStandardInput = true };
        var process = Process.Start(start) ?? throw new ControlPlaneException($"{program} cannot be started.");
        return new ChildProcess(name, log, process);
    }

    /// <summary>Asks the program to end, waits, and kills it when it has not ended in time.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        if (!process.HasExited && SendSignal(process.Id, Terminate) == 0)
        {
            using var patience = new CancellationTokenSource(grace);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await DisposeAsync();
    }

    /// <summary>Kills the program, as a crash would.</summary>
    public void Kill() => process.Kill();

    /// <summary>Closes the pipe without a word, which is all that the watcher sees of a crash of this process.</summary>
    public void AbandonAsCrashWould() => process.StandardInput.Close();

    /// <summary>Kills the program, waits for its end, and lets the watcher go.</summary>
    public async ValueTask DisposeAsync()
    {
        // Kill does nothing when the program has ended.
        process.Kill();
        await process.WaitForExitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync();
            process.StandardInput.Close();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The watcher is gone already.
        }
    }

    /// <summary>The end of the log, for messages.</summary>
    public string LogTail(int lines = 15)
    {
        try
        {
            return string.Join('\n', File.ReadLines(Log).TakeLast(lines));
        }
        catch (IOException)
        {
            return "(no log)";
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processId, int signal);
}
