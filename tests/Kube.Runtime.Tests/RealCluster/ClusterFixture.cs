using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Tests.RealCluster;
using Kube.Testing;

[assembly: AssemblyFixture(typeof(ClusterFixture))]

namespace Kube.Runtime.Tests.RealCluster;

/// <summary>One real control plane for the tests that need it, started by the first of them.</summary>
public sealed class ClusterFixture : IAsyncDisposable
{
    /// <summary>Collection of the tests that share the control plane: one of them kills it, so that they run one after another.</summary>
    public const string Shared = "control plane";

    private readonly Lazy<Task<ControlPlane>> _plane = new(() => ControlPlane.StartAsync());

    public Task<ControlPlane> PlaneAsync() => _plane.Value;

    public async Task<ApiTransport> TransportAsync(string? kubeConfig = null) =>
        new(await ApiServerConnection.LoadAsync(new(kubeConfig ?? (await PlaneAsync()).KubeConfigPath)));

    public static async Task<string> NewNamespaceAsync(ApiTransport transport)
    {
        var client = new ResourceClient<V1Namespace>(transport, BuiltInResources.Namespaces);
        return (await client.CreateAsync(new() { Metadata = new() { GenerateName = "runtime-" } })).Metadata.Name;
    }

    public async ValueTask DisposeAsync()
    {
        if (_plane.IsValueCreated)
        {
            await (await _plane.Value).DisposeAsync();
        }
    }
}
