using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Kube.Testing.Tests.LocalServer;

/// <summary>The server in memory by itself: start and end, expiry, nodes that play kubelets, and kubectl.</summary>
public sealed class LocalClusterTests : IAsyncLifetime
{
    private const string Pods = "api/v1/namespaces/default/pods";
    private LocalCluster _cluster = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cluster = await LocalCluster.StartAsync(cancellationToken: Cancellation);
        _client = _cluster.CreateHttpClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Many_servers_run_side_by_side_and_know_nothing_of_each_other()
    {
        await PostAsync("api/v1/namespaces/default/configmaps", """{"metadata":{"name":"a"}}""");
        await using var other = await LocalCluster.StartAsync(cancellationToken: Cancellation);
        using var client = other.CreateHttpClient();

        using var answer = await client.GetAsync("api/v1/namespaces/default/configmaps/a", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_end_of_the_server_ends_watches_and_removes_its_file()
    {
        var cluster = await LocalCluster.StartAsync(cancellationToken: Cancellation);
        using var client = cluster.CreateHttpClient();
        using var watch = await client.GetAsync($"{Pods}?watch=true", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var reader = new StreamReader(await watch.Content.ReadAsStreamAsync(Cancellation));
        Assert.True(File.Exists(cluster.KubeConfigPath));

        await cluster.DisposeAsync();

        Assert.Null(await reader.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
        Assert.False(File.Exists(cluster.KubeConfigPath));
    }

    [Fact]
    public async Task What_was_compacted_is_expired()
    {
        var first = await PostAsync(Pods, Pod("a"));
        await PostAsync(Pods, Pod("b"));
        var page = await GetAsync($"{Pods}?limit=1");
        await PostAsync(Pods, Pod("c"));
        _cluster.Compact();

        using var rest = await _client.GetAsync($"{Pods}?limit=1&continue={page["metadata"]!["continue"]}", Cancellation);
        Assert.Equal(HttpStatusCode.Gone, rest.StatusCode);
        using var watch = await _client.GetAsync($"{Pods}?watch=true&resourceVersion={first["metadata"]!["resourceVersion"]}", Cancellation);
        var told = JsonNode.Parse(await watch.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal(("ERROR", 410), ((string)told["type"]!, (int)told["object"]!["code"]!));
    }

    [Fact]
    public async Task Bookmarks_tell_the_position_when_a_watch_ends()
    {
        var pod = await PostAsync(Pods, Pod("a"));
        var lines = (await _client.GetStringAsync($"{Pods}?watch=true&allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&timeoutSeconds=1", Cancellation))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

        Assert.Equal(["ADDED", "BOOKMARK", "BOOKMARK"], lines.Select(line => (string)line["type"]!));
        Assert.Equal("true", (string?)lines[1]["object"]!["metadata"]!["annotations"]?["k8s.io/initial-events-end"]);
        Assert.Null(lines[2]["object"]!["metadata"]!["annotations"]);
        Assert.True(long.Parse((string)lines[2]["object"]!["metadata"]!["resourceVersion"]!, null) >= long.Parse((string)pod["metadata"]!["resourceVersion"]!, null));
    }

    [Fact]
    public async Task Simulated_nodes_run_pods_that_are_bound_to_them_and_let_them_end()
    {
        await using var nodes = await SimulatedNodes.StartAsync(_client, cancellationToken: Cancellation);
        await PostAsync(Pods, Pod("a"));

        var running = await UntilAsync(pod => (string?)pod?["status"]?["phase"] == "Running");
        Assert.Contains((string)running!["spec"]!["nodeName"]!, nodes.NodeNames);
        Assert.NotNull(running["status"]!["podIP"]);

        using var deleted = await _client.DeleteAsync($"{Pods}/a", Cancellation);
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        await UntilAsync(pod => pod is null);
    }

    [Fact]
    public async Task Pods_wait_until_a_node_takes_them()
    {
        await PostAsync(Pods, Pod("a"));
        var waiting = await UntilAsync(pod => pod?["status"]?["conditions"] is JsonArray { Count: 1 });
        Assert.Equal("Unschedulable", (string?)waiting!["status"]!["conditions"]![0]!["reason"]);

        await using var nodes = await SimulatedNodes.StartAsync(_client, cancellationToken: Cancellation);
        await UntilAsync(pod => (string?)pod?["status"]?["phase"] == "Running");
    }

    [Fact]
    public async Task Kubectl_creates_applies_lists_and_deletes()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/kubectl"), "kubectl is not installed.");
        await using var nodes = await SimulatedNodes.StartAsync(_client, cancellationToken: Cancellation);
        var manifest = Path.Combine(Path.GetDirectoryName(_cluster.KubeConfigPath)!, "manifest.json");
        await File.WriteAllTextAsync(manifest, """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"m"},"data":{"k":"v"}}""", Cancellation);

        Assert.Equal("configmap/m created", await KubectlAsync("apply", "-f", manifest));
        Assert.Equal("configmap/m unchanged", await KubectlAsync("apply", "-f", manifest));
        Assert.Equal("configmap/m serverside-applied", await KubectlAsync("apply", "--server-side", "--force-conflicts", "-f", manifest));
        Assert.Equal("pod/web created", await KubectlAsync("run", "web", "--image=i:1"));
        Assert.Equal("pod/web condition met", await KubectlAsync("wait", "--for=condition=Ready", "pod/web", "--timeout=30s"));
        Assert.Matches(@"^NAME\s+READY\s+STATUS\s+RESTARTS\s+AGE\s+web\s+1/1\s+Running\s+0\s+", await KubectlAsync("get", "pods"));
        Assert.Equal("pod \"web\" deleted", (await KubectlAsync("delete", "pod", "web"))[..17]);
    }

    private static string Pod(string name) => $$$"""{"metadata":{"name":"{{{name}}}"},"spec":{"containers":[{"name":"c","image":"i:1"}]} }""";

    private async Task<string> KubectlAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/kubectl", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["KUBECONFIG"] = _cluster.KubeConfigPath, ["HOME"] = Path.GetDirectoryName(_cluster.KubeConfigPath) },
        })!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, errors);
        return (await output).Trim();
    }

    private async Task<JsonNode?> UntilAsync(Predicate<JsonNode?> wanted)
    {
        for (var i = 0; ; i++)
        {
            using var answer = await _client.GetAsync($"{Pods}/a", Cancellation);
            var pod = answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation)) : null;
            if (wanted(pod))
            {
                return pod;
            }

            Assert.True(i < 400, $"{pod}");
            await Task.Delay(50, Cancellation);
        }
    }

    private async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await _client.GetStringAsync(path, Cancellation))!;

    private async Task<JsonNode> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(path, content, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
