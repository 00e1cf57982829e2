using System.Diagnostics;

namespace Kube.Packages.Tests.Support;

/// <summary>What a program printed, and how it ended.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">Standard output and standard error, one after the other.</param>
internal sealed record CommandResult(int ExitCode, string Output);

/// <summary>Runs programs as a user would.</summary>
internal static class CommandLine
{
    public static async Task<CommandResult> RunAsync(
        string program, IEnumerable<string> arguments, string folder, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var cancellation = TestContext.Current.CancellationToken;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await using var registration = cancellation.Register(() => process.Kill(entireProcessTree: true));
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new(process.ExitCode, await output + await error);
    }
}
