using System.Diagnostics;

namespace Kube.Testing;

/// <summary>Asks a program which flags it has: one set of arguments must serve many releases.</summary>
internal static class KnownFlags
{
    /// <summary>Those of the wanted arguments that the program's help names.</summary>
    public static async Task<string[]> KeepAsync(string program, IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, ["--help"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new ControlPlaneException($"{program} cannot be started.");
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var help = await process.StandardOutput.ReadToEndAsync(cancellationToken)
            + await errors;
        await process.WaitForExitAsync(cancellationToken);
        return [.. wanted.Where(argument => help.Contains($" {argument.Split('=')[0]} ", StringComparison.Ordinal))];
    }
}

/// <summary>Arguments that not every release knows.</summary>
internal sealed record OptionalFlags(string[] ControllerManager, string[] Scheduler);
