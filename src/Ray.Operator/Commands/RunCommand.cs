using System.Collections;
using System.CommandLine;
using Kube;
using Kube.Runtime.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ray.Operator.Options;

namespace Ray.Operator.Commands;

/// <summary><c>ray-operator run</c>: serves clusters until it is stopped.</summary>
internal static class RunCommand
{
    private const string Description =
        """
        Serves RayClusters until stopped by SIGTERM or Ctrl+C.

        Every option can be said by its flag, by an environment variable or in the configuration file, in this order of precedence.
        A value that cannot be used stops the operator at once, with a message that names it. docs/configuration.md lists all.

        Exit codes: 0 stopped as asked, 1 ended by a fault or deposed as leader, 2 options or kubeconfig not usable,
        3 API server not reachable, not permitted, or without the RayCluster kind.
        """;

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var options = new RunOptions();
        var command = new Command("run", Description);
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var reading = await ReadAsync(options, parsed, EnvironmentVariables(), cancellationToken);
            ErrorOutput.TellAll(reading.Errors);
            return reading.Errors.IsEmpty
                ? await RunAsync(options.ConnectionOf(parsed), reading, cancellationToken)
                : ExitCode.BadUsage;
        });
        return command;
    }

    /// <summary>Reads everything that was said about the operator.</summary>
    /// <param name="options">The flags.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="variables">Environment variables.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="defaults">The options when nothing is said; null for those of <c>run</c>.</param>
    internal static async Task<OptionsReading> ReadAsync(
        RunOptions options, ParseResult parsed, IReadOnlyDictionary<string, string?> variables, CancellationToken cancellationToken,
        OperatorOptions? defaults = null)
    {
        var path = parsed.GetValue(options.Config) ?? variables.GetValueOrDefault(RunOptions.ConfigVariable);
        var file = string.IsNullOrWhiteSpace(path) ? null : await FileAsync(path, cancellationToken);
        return new OptionsReader(ProductVersion.Text, options.FlagsOf(parsed), variables, file, defaults).Read();
    }

    private static async Task<ConfigurationFile> FileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return ConfigurationFile.Parse(path, await File.ReadAllTextAsync(path, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(path, [], [$"the configuration file '{path}' cannot be read: {e.Message}"]);
        }
    }

    private static async Task<int> RunAsync(ConnectionOptions where, OptionsReading reading, CancellationToken cancellationToken)
    {
        var options = reading.Options;
        try
        {
            var connection = await ApiServerConnection.LoadAsync(where, cancellationToken);
            using var host = OperatorHost.Create(options, connection);
            var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RunCommand));
            foreach (var warning in reading.Warnings)
            {
                logger.LogWarning("{Warning}.", warning);
            }

            await Preflight.CheckAsync(host.Services.GetRequiredService<IApiTransport>(), options, cancellationToken);
            logger.LogInformation(
                "ray-operator {Version} serves {Server} ({Origin}), {Namespaces}.",
                options.Settings.Version,
                connection.Server,
                connection.Origin,
                options.Namespaces.Count == 0 ? "all namespaces" : string.Join(", ", options.Namespaces));
            await host.RunAsync(cancellationToken);

            // A component that ended by itself stops the host and sets the process's exit code.
            return Environment.ExitCode;
        }
        catch (KubeConfigException e)
        {
            return ErrorOutput.Fail(e.Message, ExitCode.BadUsage);
        }
        catch (PreflightException e)
        {
            return ErrorOutput.Fail(e.Message, ExitCode.ServerNotUsable);
        }
        catch (InvalidOperationException e)
        {
            return ErrorOutput.Fail(e.Message, ExitCode.Fault);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Success;
        }
    }

    /// <summary>The environment of the process.</summary>
    internal static Dictionary<string, string?> EnvironmentVariables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => variable.Value as string, StringComparer.Ordinal);
}
