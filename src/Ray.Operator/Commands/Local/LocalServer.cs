using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Kube;
using Kube.Runtime.Client;
using Kube.Testing;
using Ray.Api.V1;

namespace Ray.Operator.Commands.Local;

/// <summary>The API server in memory, with its nodes and the kind RayCluster.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly LocalCluster _cluster;
    private readonly HttpClient _http;
    private readonly SimulatedNodes _nodes;

    private LocalServer(LocalCluster cluster, HttpClient http, SimulatedNodes nodes, ApiServerConnection connection)
    {
        _cluster = cluster;
        _http = http;
        _nodes = nodes;
        Connection = connection;
        Transport = new(connection);
        Resources = new(http);
    }

    /// <summary>How to reach it.</summary>
    public ApiServerConnection Connection { get; }

    /// <summary>Sends requests to it.</summary>
    public ApiTransport Transport { get; }

    /// <summary>What it serves.</summary>
    public ServedResources Resources { get; }

    /// <summary>A kubeconfig for it.</summary>
    public string KubeConfig => _cluster.KubeConfig;

    /// <summary>The file with <see cref="KubeConfig"/>.</summary>
    public string KubeConfigPath => _cluster.KubeConfigPath;

    /// <summary>The folder of that file, which is deleted with everything in it when the server stops.</summary>
    public string Folder => Path.GetDirectoryName(_cluster.KubeConfigPath)!;

    /// <summary>Starts it.</summary>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="onError">Told of what the nodes cannot do.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="LocalException">The port cannot be used.</exception>
    public static async Task<LocalServer> StartAsync(int port, int nodes, Action<Exception> onError, CancellationToken cancellationToken)
    {
        var cluster = await StartClusterAsync(port, cancellationToken);
        var http = cluster.CreateHttpClient();
        try
        {
            await InstallAsync(http, cancellationToken);
            var simulated = await SimulatedNodes.StartAsync(http, new SimulatedNodesOptions { Count = nodes, OnError = onError }, cancellationToken);
            return new(cluster, http, simulated, new() { Server = cluster.Server, Origin = "the API server in this process" });
        }
        catch
        {
            http.Dispose();
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _nodes.DisposeAsync();
        Transport.Dispose();
        _http.Dispose();
        await _cluster.DisposeAsync();
    }

    private static async Task<LocalCluster> StartClusterAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            return await LocalCluster.StartAsync(new LocalClusterOptions { Port = port }, cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new LocalException($"Port {port} of 127.0.0.1 cannot be used: {Innermost(e)}. Choose another with --port, or none for any free one.", e);
        }
    }

    private static string Innermost(Exception e) => e.GetBaseException().Message.TrimEnd('.');

    // The server asks no webhook to convert, and would show an object of one version as one of another by its name alone. So it serves v1 only;
    // manifests of v1alpha1 are converted before they are sent.
    private static JsonObject Definition()
    {
        var definition = JsonNode.Parse(RayCluster.CustomResourceDefinition)!.AsObject();
        var spec = definition["spec"]!.AsObject();
        spec.Remove("conversion");
        spec["versions"] = new JsonArray([.. spec["versions"]!.AsArray().Where(version => (bool)version!["storage"]!).Select(version => version!.DeepClone())]);
        return definition;
    }

    private static async Task InstallAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var body = new StringContent(Definition().ToJsonString(), Encoding.UTF8, MediaTypes.Json);
        using var answer = await http.PostAsync(new Uri("apis/apiextensions.k8s.io/v1/customresourcedefinitions", UriKind.Relative), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var clusters = new Uri($"apis/{RayCluster.KubeGroup}/{RayCluster.KubeApiVersion}/{RayCluster.KubePluralName}?limit=1", UriKind.Relative);

        // It is served a moment later.
        while (true)
        {
            using var served = await http.GetAsync(clusters, cancellationToken);
            if (served.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
        }
    }
}
