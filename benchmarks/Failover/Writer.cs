using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.Failover;

/// <summary>
/// A process that, while it leads, stamps one object as fast as it may. It writes blindly, without a resource version: nothing but the fence
/// keeps it from writing when another leads. The API server's audit knows it by its user agent.
/// </summary>
public static class Writer
{
    /// <summary>Namespace of everything.</summary>
    public const string Namespace = "default";

    /// <summary>Name of the object that is stamped.</summary>
    public const string Marker = "marker";

    /// <summary>Name of the Lease.</summary>
    public const string LeaseName = "failover";

    /// <summary>Printed when this process has seen who leads.</summary>
    public const string Sees = "SEES ";

    /// <summary>Runs until killed, stopped, or deposed.</summary>
    /// <param name="arguments">Kubeconfig, identity, and the durations.</param>
    /// <returns>The exit code: 1 when the leadership was lost.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var (kubeConfig, identity, durations) = (arguments[0], arguments[1], Durations.Parse([.. arguments.Skip(2)]));
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddSimpleConsole();
        builder.Services.AddKubernetes(await ApiServerConnection.LoadAsync(new(kubeConfig)), new TransportOptions { UserAgent = identity });
        builder.Services.AddLeaderElection(durations.On(new(LeaseName)
        {
            Namespace = Namespace,
            Identity = identity,
            OnNewLeader = leader => Console.WriteLine(Sees + leader),
        }));
        builder.Services.AddSingleton<IRuntimeComponent, Stamping>();
        using var host = builder.Build();
        await host.RunAsync();
        return Environment.ExitCode;
    }

    private sealed class Stamping(IApiTransport transport) : IRuntimeComponent
    {
        private readonly ResourceClient<V1ConfigMap> _maps = new(transport, BuiltInResources.ConfigMaps);

        public string Name => "stamping";

        public RuntimePhase Phase => RuntimePhase.Controllers;

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            for (var i = 0; ; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    await _maps.PatchAsync(Marker, Namespace, Patch.Merge(new() { ["data"] = new System.Text.Json.Nodes.JsonObject { ["stamp"] = $"{i}" } }), cancellationToken: cancellationToken);
                }
                catch (ApiException)
                {
                    // The next stamp is as good.
                }

                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
            }
        }
    }
}
