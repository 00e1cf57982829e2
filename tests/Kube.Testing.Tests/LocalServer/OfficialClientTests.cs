using k8s;
using k8s.Autorest;
using k8s.Models;

namespace Kube.Testing.Tests.LocalServer;

/// <summary>The official client for .NET uses the server as any other.</summary>
public sealed class OfficialClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_writes_reads_lists_watches_and_deletes()
    {
        await using var cluster = await LocalCluster.StartAsync(cancellationToken: Cancellation);
        using var client = new k8s.Kubernetes(KubernetesClientConfiguration.BuildConfigFromConfigFile(cluster.KubeConfigPath));
        var made = await client.CoreV1.CreateNamespacedConfigMapAsync(
            new V1ConfigMap { Metadata = new() { Name = "a" }, Data = new Dictionary<string, string> { ["k"] = "v" } }, "default", cancellationToken: Cancellation);
        made.Data["k"] = "w";
        var changed = await client.CoreV1.ReplaceNamespacedConfigMapAsync(made, "a", "default", cancellationToken: Cancellation);
        var patch = new V1Patch("""{"metadata":{"labels":{"x":"y"}}}""", V1Patch.PatchType.StrategicMergePatch);
        await client.CoreV1.PatchNamespacedConfigMapAsync(patch, "a", "default", cancellationToken: Cancellation);

        var listed = Assert.Single((await client.CoreV1.ListNamespacedConfigMapAsync("default", labelSelector: "x=y", cancellationToken: Cancellation)).Items);
        Assert.Equal(("w", made.Metadata.Uid), (listed.Data["k"], listed.Metadata.Uid));
        Assert.NotEqual(changed.Metadata.ResourceVersion, listed.Metadata.ResourceVersion);
        var stale = await Assert.ThrowsAsync<HttpOperationException>(() => client.CoreV1.ReplaceNamespacedConfigMapAsync(changed, "a", "default", cancellationToken: Cancellation));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, stale.Response.StatusCode);

        var deleted = await client.CoreV1.DeleteNamespacedConfigMapAsync("a", "default", cancellationToken: Cancellation);
        Assert.Equal("Success", deleted.Status);
        Assert.Empty((await client.CoreV1.ListNamespacedConfigMapAsync("default", cancellationToken: Cancellation)).Items);
    }
}
