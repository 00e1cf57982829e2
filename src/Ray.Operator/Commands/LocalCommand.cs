using System.CommandLine;
using System.Diagnostics;
using Kube;
using Ray.Operator.Commands.Local;
using Ray.Operator.Commands.Manifests;
using Spectre.Console;

namespace Ray.Operator.Commands;

/// <summary><c>ray-operator local</c>: everything that a cluster needs in one process, to try manifests.</summary>
internal static class LocalCommand
{
    private const string Description =
        """
        Tries manifests without a cluster: starts an API server in memory, simulated nodes and the operator in this one process, applies the
        manifests, and shows what becomes of them until Ctrl+C. Nothing runs in the pods, and nothing is left behind.

        Your own kubectl works with it: the line `export KUBECONFIG=...` that is printed leads it there. Without manifests it is an empty cluster.
        On a terminal the view is redrawn; elsewhere, such as in a pipe, each change is a line. NO_COLOR turns colours off.

        Manifests are judged first, as `validate` does, and nothing is applied if one is wrong. All kinds that the server knows are applied; others are
        passed over with a warning. Namespaces that manifests name are created. ray.io/v1alpha1 is converted.

        Examples:
          ray-operator local samples/ray-cluster.mini.yaml
          ray-operator local --exit-when-ready --timeout 30s manifests/      # in a script
          helm template ... | ray-operator local -

        Exit codes: 0 stopped as asked, or ready; 1 ended by a fault; 2 options not usable, such as a port that is taken; 4 a manifest is wrong;
        5 not ready in time, with --exit-when-ready.
        """;

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var files = ManifestArguments.Files(ArgumentArity.ZeroOrMore);
        var arguments = new LocalArguments();
        var command = new Command("local", Description) { files };
        arguments.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var interruption = new Interruption();
            using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, interruption.Token);
            return await arguments.ReadAsync(parsed, asked.Token) is { } options
                ? await RunAsync(parsed.GetValue(files) ?? [], options, asked.Token)
                : ExitCode.BadUsage;
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] files, LocalOptions options, CancellationToken asked)
    {
        try
        {
            await using var starting = new StartingServer(options, asked);
            var (manifests, unreadable) = await ManifestReader.ReadAsync(files, asked);
            var (objects, judged) = LocalManifests.Read(manifests, options.Operator.Settings);
            foreach (var finding in unreadable.Concat(judged))
            {
                await Console.Error.WriteLineAsync(finding.ToString());
            }

            if (unreadable.Concat(judged).Any(finding => finding.IsError))
            {
                return ExitCode.BadManifest;
            }

            if (options.ExitWhenReady && !objects.Any(item => item.Manifest.IsRayCluster))
            {
                return ErrorOutput.Fail("--exit-when-ready has nothing to wait for: no manifest has a RayCluster.", ExitCode.BadUsage);
            }

            var run = new LocalRun(options, AnsiConsole.Create(new AnsiConsoleSettings()), ProcessStart());
            return await run.RunAsync(await starting.Started, objects, asked);
        }
        catch (LocalException e)
        {
            return ErrorOutput.Fail(e.Message, ExitCode.BadUsage);
        }
        catch (Exception e) when (e is ApiException or HttpRequestException or IOException or UnauthorizedAccessException)
        {
            return ErrorOutput.Fail($"The local environment failed: {e.Message}", ExitCode.Fault);
        }
        catch (OperationCanceledException) when (asked.IsCancellationRequested)
        {
            return LocalRun.EndOf(options);
        }
    }

    private static long ProcessStart()
    {
        using var process = Process.GetCurrentProcess();
        var age = TimeProvider.System.GetUtcNow() - process.StartTime.ToUniversalTime();
        return Stopwatch.GetTimestamp() - (long)(age.TotalSeconds * Stopwatch.Frequency);
    }
}
