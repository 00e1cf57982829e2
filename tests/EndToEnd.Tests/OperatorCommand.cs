using System.Diagnostics;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>Commands of the operator's program that end by themselves.</summary>
internal static class OperatorCommand
{
    /// <summary>Runs one and gives what it printed, whatever its exit code.</summary>
    public static async Task<KubectlResult> RunAsync(params string[] arguments)
    {
        var start = Repository.OperatorStart(arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}
