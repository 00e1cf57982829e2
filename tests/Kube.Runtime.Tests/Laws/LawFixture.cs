using Kube.Runtime.Client;
using Kube.Runtime.Tests.Laws;
using Kube.Testing;

[assembly: AssemblyFixture(typeof(LawFixture))]

namespace Kube.Runtime.Tests.Laws;

/// <summary>A control plane of the laws' own, since they kill it and let it forget, and the proxy before it. Started by the first law.</summary>
public sealed class LawFixture : IAsyncDisposable
{
    /// <summary>Collection of the laws: what happens to the server happens to all of them, so that they run one after another.</summary>
    public const string Shared = "laws";

    private readonly Lazy<Task<LawPlane>> _plane = new(LawPlane.StartAsync);

    internal Task<LawPlane> PlaneAsync() => _plane.Value;

    public async ValueTask DisposeAsync()
    {
        if (_plane.IsValueCreated)
        {
            await (await _plane.Value).DisposeAsync();
        }
    }
}

/// <summary>The control plane, the proxy, and the way around it.</summary>
internal sealed record LawPlane(ControlPlane Plane, FaultProxy Proxy, ApiTransport Direct) : IAsyncDisposable
{
    public static async Task<LawPlane> StartAsync()
    {
        // Config maps are not cached, so that their watches and page tokens expire when etcd forgets, and not by the cache's own bounds.
        var plane = await ControlPlane.StartAsync(new() { ApiServerArguments = ["--watch-cache-sizes=configmaps#0"] });
        var connection = await ApiServerConnection.LoadAsync(new(plane.KubeConfigPath));
        return new(plane, await FaultProxy.StartAsync(plane), new ApiTransport(connection, new() { CallDeadline = TimeSpan.FromSeconds(10) }));
    }

    public async ValueTask DisposeAsync()
    {
        Direct.Dispose();
        await Proxy.DisposeAsync();
        await Plane.DisposeAsync();
    }
}
