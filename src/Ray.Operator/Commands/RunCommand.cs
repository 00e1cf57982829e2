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

        Environment variables change what is made, for all clusters alike:
          CLUSTER_DOMAIN                          DNS domain of the Kubernetes cluster (cluster.local)
          ENABLE_INIT_CONTAINER_INJECTION         false: workers do not wait for the head in an init container
          ENABLE_PROBES_INJECTION                 false: Ray containers get no probes of the operator's
          ENABLE_RAY_HEAD_CLUSTER_IP_SERVICE      true: head services get a cluster IP
          ENABLE_LOGIN_SHELL                      true: Ray starts in a login shell
          ENABLE_DETERMINISTIC_HEAD_POD_NAME      true: head pods are named <cluster>-head
          RAYCLUSTER_DEFAULT_REQUEUE_SECONDS_ENV  seconds between looks at a cluster at rest (300)

        Exit codes: 0 stopped as asked, 1 ended by a fault, 2 options or kubeconfig not usable,
        3 API server not reachable, not permitted, or without the RayCluster kind.
        """;

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var options = new RunOptions();
        var command = new Command("run", Description);
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = OperatorSettingsReader.Read(ProductVersion.Text, EnvironmentVariables());
            return RunAsync(options.ConnectionOf(parsed), options.OperatorOf(parsed, settings), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(ConnectionOptions where, OperatorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await ApiServerConnection.LoadAsync(where, cancellationToken);
            using var host = OperatorHost.Create(options, connection);
            var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RunCommand));
            await Preflight.CheckAsync(host.Services.GetRequiredService<IApiTransport>(), options.Namespaces, cancellationToken);
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
            return await FailAsync(e.Message, ExitCode.BadUsage);
        }
        catch (PreflightException e)
        {
            return await FailAsync(e.Message, ExitCode.ServerNotUsable);
        }
        catch (InvalidOperationException e)
        {
            return await FailAsync(e.Message, ExitCode.Fault);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Success;
        }
    }

    private static async Task<int> FailAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync($"ray-operator: {message}");
        return code;
    }

    private static Dictionary<string, string?> EnvironmentVariables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => variable.Value as string, StringComparer.Ordinal);
}
