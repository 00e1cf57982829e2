using System.Diagnostics;

namespace LocalCluster;

/// <summary>Starts this program once more, free of the terminal and of whoever started this one.</summary>
internal static class Detached
{
    // Its own session, so that Ctrl+C and a closed terminal do not reach it. setsid is not everywhere; nohup is.
    private const string Wrapper =
        """
        log=$1
        shift
        exec </dev/null >"$log" 2>&1
        if command -v setsid >/dev/null; then exec setsid "$@"; else exec nohup "$@"; fi
        """;

    public static Process Start(IEnumerable<string> arguments, string log)
    {
        // Started through `dotnet local-cluster.dll`, the program's path is that of dotnet.
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is unknown.");
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, Path.Combine(AppContext.BaseDirectory, "local-cluster.dll")]
            : [program];
        var start = new ProcessStartInfo("/bin/sh", ["-c", Wrapper, "local-cluster", log, .. self, .. arguments]);
        return Process.Start(start) ?? throw new InvalidOperationException("/bin/sh cannot be started.");
    }
}
