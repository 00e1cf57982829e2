using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Kube.Testing.Tests;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace Kube.Testing.Tests;

/// <summary>One control plane with simulated nodes for the whole assembly; each test works in its own namespace.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Kube.Testing.ControlPlane Plane { get; private set; } = null!;

    /// <summary>The API server in memory, to be compared with the real one.</summary>
    public LocalCluster Local { get; private set; } = null!;

    public SimulatedNodes Nodes { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public TimeSpan StartedIn { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var watch = Stopwatch.StartNew();
        Plane = await Kube.Testing.ControlPlane.StartAsync();
        StartedIn = watch.Elapsed;
        Client = Plane.CreateHttpClient();
        Nodes = await SimulatedNodes.StartAsync(Client);
        Local = await LocalCluster.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Local.DisposeAsync();
        await Nodes.DisposeAsync();
        Client.Dispose();
        await Plane.DisposeAsync();
    }

    public async Task<string> NewNamespaceAsync()
    {
        var created = await CreateAsync(
            "api/v1/namespaces", """{"apiVersion":"v1","kind":"Namespace","metadata":{"generateName":"test-"}}""");
        return (string)created["metadata"]!["name"]!;
    }

    public Task<JsonObject> CreatePodAsync(string ns, string name, string metadata = "") => CreateAsync(
        $"api/v1/namespaces/{ns}/pods",
        $$$"""
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{name}}}"{{{metadata}}}},
         "spec":{"initContainers":[{"name":"before","image":"i"}],"containers":[{"name":"main","image":"m"},{"name":"side","image":"s"}]}}
        """);

    public async Task<JsonObject> CreateAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Client.PostAsync(path, content);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!.AsObject();
    }

    public async Task<JsonObject> GetAsync(string path) => JsonNode.Parse(await Client.GetStringAsync(path))!.AsObject();

    public async Task<IReadOnlyList<JsonObject>> ListPodsAsync(string ns) =>
        [.. (await GetAsync($"api/v1/namespaces/{ns}/pods"))["items"]!.AsArray().Select(item => item!.AsObject())];

    public async Task DeleteAsync(string path)
    {
        using var response = await Client.DeleteAsync(path);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until the pods of a namespace are as wanted.</summary>
    public async Task<IReadOnlyList<JsonObject>> UntilPodsAsync(string ns, Func<IReadOnlyList<JsonObject>, bool> wanted)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var pods = await ListPodsAsync(ns);
            if (wanted(pods))
            {
                return pods;
            }

            Assert.False(Nodes.Completion.IsCompleted, $"The simulation has ended: {Nodes.Completion.Exception}");
            Assert.True(watch.Elapsed < Patience, $"Not reached in {Patience}: {string.Join('\n', pods)}");
            await Task.Delay(50);
        }
    }

    public async Task<JsonObject> UntilPodAsync(string ns, string phase) =>
        (await UntilPodsAsync(ns, pods => pods.Count == 1 && PodJson.Phase(pods[0]) == phase))[0];
}
