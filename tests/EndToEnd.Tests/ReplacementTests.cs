using k8s.Models;
using Ray.Api;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

public sealed class ReplacementTests(OperatorFixture fixture)
{
    [Theory]
    [InlineData("head")]
    [InlineData("worker")]
    public async Task A_pod_that_somebody_deletes_is_replaced(string nodeType)
    {
        var (ns, pods) = await ReadyClusterAsync();
        var victim = pods.First(pod => pod.GetLabel(RayLabels.NodeType) == nodeType);

        await fixture.Kubectl.RunAsync(["delete", "pod", "-n", ns, victim.Name()]);

        await IsWholeWithoutAsync(ns, victim);
    }

    [Theory]
    [InlineData("head")]
    [InlineData("worker")]
    public async Task A_failed_pod_is_replaced_and_the_old_one_is_gone(string nodeType)
    {
        var (ns, pods) = await ReadyClusterAsync();
        var victim = pods.First(pod => pod.GetLabel(RayLabels.NodeType) == nodeType);

        await fixture.Environment.Nodes.FailPodAsync(ns, victim.Name());

        await IsWholeWithoutAsync(ns, victim);
        var reason = nodeType == "head" ? "DeletedHeadPod" : "DeletedWorkerPod";
        await Eventually.ReadAsync(
            $"an event {reason} names the pod",
            () => fixture.Kubectl.RunAsync(["get", "events", "-n", ns]),
            story => story.Split('\n').Any(line => line.Contains(reason, StringComparison.Ordinal) && line.Contains(victim.Name(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_head_service_is_made_again_when_somebody_deletes_it()
    {
        var (ns, _) = await ReadyClusterAsync();

        await fixture.Services.DeleteAsync("whole-head-svc", ns);

        await Eventually.ReadAsync("the service is back", () => fixture.Services.ListAsync(ns), services => services.Items.Count == 1);
    }

    private async Task<(string Namespace, IReadOnlyList<V1Pod> Pods)> ReadyClusterAsync()
    {
        var ns = await fixture.NewNamespaceAsync();
        var client = fixture.Environment.RayClusters();
        await client.CreateAsync(Clusters.Of(ns, "whole", ("small", 2)));
        await Eventually.ReadAsync("the cluster is ready", () => client.GetAsync("whole", ns), cluster => cluster.Status?.State == "ready");
        return (ns, await fixture.LivePodsAsync(ns));
    }

    private Task IsWholeWithoutAsync(string ns, V1Pod victim) => Eventually.ReadAsync(
        "three running pods, the old one not among them",
        () => fixture.Pods.ListAsync(ns),
        pods => pods.Items.Count == 3
            && pods.Items.All(pod => pod.Status?.Phase == "Running" && pod.Metadata.DeletionTimestamp is null)
            && pods.Items.All(pod => pod.Metadata.Uid != victim.Metadata.Uid));
}
