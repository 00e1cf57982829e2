using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Kube.Runtime.Telemetry;

namespace Kube.Runtime.Client.Credentials;

/// <summary>Runs a credential plugin once.</summary>
internal sealed class ExecProcess(ExecPlugin plugin, bool hasTerminal, TimeProvider time)
{
    // Exit code in metrics of a plugin that did not run, as client-go has it.
    private const int NotRun = 1;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>What the plugin printed.</summary>
    /// <exception cref="ApiException">It cannot be run, failed, or took more than a minute without asking anybody anything.</exception>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var asks = IsInteractive();
        using var patience = new CancellationTokenSource(asks ? Timeout.InfiniteTimeSpan : s_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var process = Start(asks);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var errors = asks ? Task.FromResult("") : process.StandardError.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            ExecPluginMetrics.Called(process.ExitCode, process.ExitCode == 0 ? "no_error" : "plugin_execution_error");
            return process.ExitCode == 0
                ? await output.ConfigureAwait(false)
                : throw ExecFailure.Of(plugin, $"ended with code {process.ExitCode}: {(await errors.ConfigureAwait(false)).Trim()}");
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            ExecPluginMetrics.Called(NotRun, "client_internal_error");
            throw ExecFailure.Of(plugin, $"did not end within {s_patience.TotalSeconds:0} s", e);
        }
    }

    private bool IsInteractive() => plugin.Interactive switch
    {
        InteractiveMode.Never => false,
        InteractiveMode.Always when !hasTerminal => throw ExecFailure.Of(
            plugin, "wants to ask a person (interactiveMode: Always), and standard input is no terminal. Log in on a terminal, or use another plugin"),
        _ => hasTerminal,
    };

    private Process Start(bool asks)
    {
        // A plugin that asks has the terminal for its questions; else what it says on standard error goes into the message.
        var start = new ProcessStartInfo(plugin.Command)
        {
            RedirectStandardInput = !asks,
            RedirectStandardOutput = true,
            RedirectStandardError = !asks,
        };
        foreach (var argument in plugin.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in plugin.Environment)
        {
            start.Environment[name] = value;
        }

        var question = new ExecCredential(plugin.ApiVersion, "ExecCredential", new ExecSpec(asks, plugin.Cluster), null);
        start.Environment["KUBERNETES_EXEC_INFO"] = JsonSerializer.Serialize(question, ExecJsonContext.Default.ExecCredential);
        try
        {
            var process = Process.Start(start) ?? throw ExecFailure.Of(plugin, "did not start");
            if (!asks)
            {
                process.StandardInput.Close();
            }

            return process;
        }
        catch (Win32Exception e)
        {
            ExecPluginMetrics.Called(NotRun, "plugin_not_found_error");
            throw ExecFailure.Of(plugin, $"cannot be started: {e.Message}. {plugin.InstallHint}".TrimEnd(), e);
        }
    }
}
