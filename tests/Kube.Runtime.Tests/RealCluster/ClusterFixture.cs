using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Tests.RealCluster;
using Kube.Testing;

[assembly: AssemblyFixture(typeof(ClusterFixture))]

namespace Kube.Runtime.Tests.RealCluster;

/// <summary>
/// One real control plane for the tests that need it, started by the first of them. <c>make test-clients KUBECONFIG=...</c> takes a cluster that runs
/// already instead, such as one of the newest Kubernetes; tests that would kill it are skipped.
/// </summary>
public sealed class ClusterFixture : IAsyncDisposable
{
    /// <summary>Collection of the tests that share the control plane: one of them kills it, so that they run one after another.</summary>
    public const string Shared = "control plane";

    /// <summary>Names the kubeconfig. Not KUBECONFIG: nobody's cluster gets objects because its configuration lies about.</summary>
    public const string Variable = "CLIENT_KUBECONFIG";

    private readonly Lazy<Task<ControlPlane>> _plane = new(() => ControlPlane.StartAsync());

    private static string? Foreign => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;

    /// <summary>The control plane; skips the test when the cluster is not ours.</summary>
    public Task<ControlPlane> PlaneAsync()
    {
        Assert.SkipWhen(Foreign is not null, $"The cluster of {Variable} is not the tests' own.");
        return _plane.Value;
    }

    public async Task<ApiTransport> TransportAsync(string? kubeConfig = null) =>
        new(await ApiServerConnection.LoadAsync(new(kubeConfig ?? Foreign ?? (await PlaneAsync()).KubeConfigPath)));

    public static async Task<string> NewNamespaceAsync(ApiTransport transport)
    {
        var client = new ResourceClient<V1Namespace>(transport, BuiltInResources.Namespaces);
        try
        {
            return (await client.CreateAsync(new() { Metadata = new() { GenerateName = "runtime-" } })).Metadata.Name;
        }
        catch (ApiException e) when (e.IsUnknownResource)
        {
            return $"runtime-{Guid.NewGuid():n}"; // A server of custom resources alone: any namespace is there.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_plane.IsValueCreated)
        {
            await (await _plane.Value).DisposeAsync();
        }
    }
}
