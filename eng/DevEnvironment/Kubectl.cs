using System.Diagnostics;

namespace Ray.DevEnvironment;

/// <summary>What a run of <c>kubectl</c> gave.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record KubectlResult(int ExitCode, string Output, string Error);

/// <summary>Runs the <c>kubectl</c> of the machine against one cluster.</summary>
/// <param name="kubeConfigPath">The kubeconfig file.</param>
public sealed class Kubectl(string kubeConfigPath)
{
    /// <summary>Runs <c>kubectl</c> and gives what it printed, whatever its exit code.</summary>
    /// <param name="arguments">Arguments, each as it would be after the shell.</param>
    /// <param name="input">Standard input; null for none.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    public async Task<KubectlResult> TryAsync(IEnumerable<string> arguments, string? input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment = { ["KUBECONFIG"] = kubeConfigPath },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("kubectl did not start.");
        await using var registration = cancellationToken.Register(() => process.Kill());
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        return new KubectlResult(process.ExitCode, await output, await error);
    }

    /// <summary>Runs <c>kubectl</c> and gives its standard output.</summary>
    /// <exception cref="InvalidOperationException"><c>kubectl</c> failed; the message holds what it printed.</exception>
    public async Task<string> RunAsync(IReadOnlyList<string> arguments, string? input = null, CancellationToken cancellationToken = default)
    {
        var result = await TryAsync(arguments, input, cancellationToken);
        return result.ExitCode == 0
            ? result.Output
            : throw new InvalidOperationException($"kubectl {string.Join(' ', arguments)} exited {result.ExitCode}: {result.Error}{result.Output}");
    }

    // The control-plane installer puts a kubectl beside its binaries when the machine has none.
    private static string Executable { get; } = OnPath("kubectl") ?? Path.Combine(Kube.Testing.ControlPlaneBinaries.Locate().Directory, "kubectl");

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
