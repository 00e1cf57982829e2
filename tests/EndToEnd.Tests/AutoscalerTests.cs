using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>Ray's side of the contract: the requests that Ray's autoscaler sends, as the service account that the operator made for it.</summary>
public sealed class AutoscalerTests(OperatorFixture fixture)
{
    [Fact]
    public async Task The_autoscaler_may_do_what_it_needs_and_no_more()
    {
        var ns = await fixture.NewNamespaceAsync();
        var other = await fixture.NewNamespaceAsync();
        using var autoscaler = await StartAsync(ns);
        var worker = (await fixture.LivePodsAsync(ns)).First(pod => pod.Metadata.Labels[RayLabels.NodeType] == "worker").Metadata.Name;
        var pods = $"api/v1/namespaces/{ns}/pods";
        var clusters = $"apis/ray.io/v1/namespaces/{ns}/rayclusters";

        Assert.Equal(HttpStatusCode.OK, await SendAsync(autoscaler, HttpMethod.Get, $"{clusters}/auto"));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(autoscaler, HttpMethod.Get, $"{pods}?labelSelector=ray.io%2Fcluster%3Dauto"));

        // Servers before 1.32 do not know the subresource; what matters is that nobody forbids it.
        var resize = await SendAsync(
            autoscaler, HttpMethod.Patch, $"{pods}/{worker}/resize", """{"spec":{"containers":[]}}""", MediaTypes.MergePatch);
        Assert.NotEqual(HttpStatusCode.Forbidden, resize);

        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(autoscaler, HttpMethod.Delete, $"{pods}/{worker}"));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(autoscaler, HttpMethod.Get, $"api/v1/namespaces/{other}/pods"));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(autoscaler, HttpMethod.Post, clusters, "{}", MediaTypes.Json));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(autoscaler, HttpMethod.Delete, $"{clusters}/auto"));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(autoscaler, HttpMethod.Get, $"api/v1/namespaces/{ns}/secrets"));
    }

    [Fact]
    public async Task Its_patches_scale_up_and_take_away_the_worker_that_it_names()
    {
        var ns = await fixture.NewNamespaceAsync();
        using var autoscaler = await StartAsync(ns);
        var path = $"apis/ray.io/v1/namespaces/{ns}/rayclusters/auto";

        Assert.Equal(HttpStatusCode.OK, await SendAsync(
            autoscaler, HttpMethod.Patch, path, """[{"op":"replace","path":"/spec/workerGroupSpecs/0/replicas","value":3}]""",
            MediaTypes.JsonPatch));
        var workers = await WorkersAsync(ns, 3);

        // A lower count alone takes nobody away: only the autoscaler knows which worker is idle.
        Assert.Equal(HttpStatusCode.OK, await SendAsync(
            autoscaler, HttpMethod.Patch, path, """[{"op":"replace","path":"/spec/workerGroupSpecs/0/replicas","value":2}]""",
            MediaTypes.JsonPatch));
        await Eventually.StaysAsync(
            "all workers stay", () => fixture.LivePodsAsync(ns), pods => pods.Count == 4, TimeSpan.FromSeconds(3));

        Assert.Equal(HttpStatusCode.OK, await SendAsync(
            autoscaler,
            HttpMethod.Patch,
            path,
            $$$"""[{"op":"replace","path":"/spec/workerGroupSpecs/0/scaleStrategy","value":{"workersToDelete":["{{{workers[1]}}}"]}}]""",
            MediaTypes.JsonPatch));
        Assert.Equal([workers[0], workers[2]], await WorkersAsync(ns, 2));
    }

    private async Task<HttpClient> StartAsync(string ns)
    {
        var cluster = Clusters.Of(ns, "auto", ("small", 1));
        cluster.Spec!.EnableInTreeAutoscaling = true;
        cluster.Spec.WorkerGroupSpecs![0].ScaleStrategy = new() { WorkersToDelete = [] };
        var client = fixture.Environment.RayClusters();
        await client.CreateAsync(cluster);
        await Eventually.ReadAsync(
            "ready", () => client.GetAsync("auto", ns), c => c.Status?.State == RayClusterState.Ready, TimeSpan.FromMinutes(2));
        var plane = fixture.Environment.ControlPlane;
        return plane.CreateHttpClient(await plane.RequestTokenAsync(ns, "auto", TestContext.Current.CancellationToken));
    }

    private async Task<string[]> WorkersAsync(string ns, int count)
    {
        var pods = await Eventually.ReadAsync(
            $"{count} workers run",
            () => fixture.Pods.ListAsync(ns, new ListOptions { LabelSelector = $"{RayLabels.NodeType}=worker" }),
            pods => pods.Items.Count == count && pods.Items.All(p => p.Status?.Phase == "Running" && p.Metadata.DeletionTimestamp is null));
        return [.. pods.Items.Select(p => p.Metadata.Name).Order(StringComparer.Ordinal)];
    }

    private static async Task<HttpStatusCode> SendAsync(
        HttpClient client, HttpMethod method, string path, string? body = null, string mediaType = MediaTypes.Json)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
