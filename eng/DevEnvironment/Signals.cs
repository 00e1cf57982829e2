using System.Runtime.InteropServices;

namespace Ray.DevEnvironment;

/// <summary>Signals of Linux to other processes: .NET itself can only kill, and minimal systems have no <c>/bin/kill</c>.</summary>
public static partial class Signals
{
    /// <summary>SIGHUP: the terminal is gone.</summary>
    public const int HangUp = 1;

    /// <summary>SIGINT: Ctrl+C.</summary>
    public const int Interrupt = 2;

    /// <summary>SIGTERM: please stop.</summary>
    public const int Terminate = 15;

    /// <summary>SIGCONT: go on.</summary>
    public const int Continue = 18;

    /// <summary>SIGSTOP: stand still.</summary>
    public const int Stop = 19;

    /// <summary>Sends a signal; a process that is gone gets none.</summary>
    public static void Send(int processId, int signal) => _ = Kill(processId, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
