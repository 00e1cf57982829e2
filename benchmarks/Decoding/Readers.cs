using k8s;
using k8s.Models;
using Kube;
using Ray.Api.V1;

namespace Ray.Benchmarks.Decoding;

/// <summary>Reads the bytes and decodes nothing: the floor.</summary>
internal sealed class BareReader(Uri server) : IListReader, IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server };

    public string Name => "bytes alone";

    public async Task<int> ReadAsync(CancellationToken cancellationToken)
    {
        await using var body = await _http.GetStreamAsync(new Uri("/apis/ray.io/v1/rayclusters", UriKind.Relative), cancellationToken);
        await body.CopyToAsync(Stream.Null, cancellationToken);
        return -1;
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>The generated client.</summary>
internal sealed class TypedReader(IApiTransport transport) : IListReader
{
    private readonly RayClusterClient _clusters = new(transport);

    public string Name => "RayClusterClient";

    public async Task<int> ReadAsync(CancellationToken cancellationToken) =>
        (await _clusters.ListAsync(RayClusterClient.AllNamespaces, cancellationToken: cancellationToken)).Items.Count;
}

/// <summary>The generic client of the package KubernetesClient, which reads by reflection.</summary>
internal sealed class GenericReader(Uri server) : IListReader, IDisposable
{
#pragma warning disable RS0030 // The opponent, as its users use it.
    private readonly GenericClient _client = new(
        new Kubernetes(new KubernetesClientConfiguration { Host = server.AbsoluteUri }),
        RayCluster.KubeGroup,
        RayCluster.KubeApiVersion,
        RayCluster.KubePluralName,
        disposeClient: true);
#pragma warning restore RS0030

    public string Name => "KubernetesClient, GenericClient";

    public async Task<int> ReadAsync(CancellationToken cancellationToken) =>
        (await _client.ListAsync<RayClusterList>(cancel: cancellationToken)).Items.Count;

    public void Dispose() => _client.Dispose();

    private sealed class RayClusterList : IKubernetesObject<V1ListMeta>, IItems<RayCluster>
    {
        public string ApiVersion { get; set; } = "";

        public string Kind { get; set; } = "";

        public V1ListMeta Metadata { get; set; } = new();

        public IList<RayCluster> Items { get; set; } = [];
    }
}
