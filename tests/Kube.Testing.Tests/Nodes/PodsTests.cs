namespace Kube.Testing.Tests;

public sealed class PodsTests(TestCluster cluster)
{
    [Fact]
    public async Task Two_hundred_pods_run_with_addresses_of_their_own_and_go_when_deleted()
    {
        const int Count = 200;
        var ns = await cluster.NewNamespaceAsync();
        await Task.WhenAll(Enumerable.Range(0, Count).Select(index => cluster.CreatePodAsync(ns, $"pod-{index}")));

        var pods = await cluster.UntilPodsAsync(ns, pods => pods.Count(PodJson.IsReady) == Count);

        Assert.All(pods, pod => Assert.Equal("Running", PodJson.Phase(pod)));
        Assert.Equal(Count, pods.Select(PodJson.PodIp).Distinct().Count());
        Assert.Contains(pods.Select(PodJson.NodeName), node => node == cluster.Nodes.NodeNames[0]);

        await cluster.DeleteAsync($"api/v1/namespaces/{ns}/pods");
        await cluster.UntilPodsAsync(ns, now => now.Count == 0);
    }

    [Fact]
    public async Task A_pod_can_be_made_to_fail()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.CreatePodAsync(ns, "victim");
        await cluster.UntilPodAsync(ns, "Running");

        await cluster.Nodes.FailPodAsync(ns, "victim", "OOMKilled", 137, TestContext.Current.CancellationToken);

        var pod = await cluster.UntilPodAsync(ns, "Failed");
        Assert.Equal(137, (int)PodJson.ContainerStatus(pod, "containerStatuses", "main")!["state"]!["terminated"]!["exitCode"]!);
        Assert.False(PodJson.IsReady(pod));
    }

    [Fact]
    public async Task A_pod_can_ask_to_fail()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.CreatePodAsync(ns, "lemming", $$$""","annotations":{"{{{SimulatedPodAnnotations.Phase}}}":"Failed"}""");
        await cluster.UntilPodAsync(ns, "Failed");
    }

    [Fact]
    public async Task A_pod_stays_not_ready_until_it_is_made_ready_again()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.CreatePodAsync(ns, "moody");
        await cluster.UntilPodAsync(ns, "Running");

        await cluster.Nodes.SetPodReadyAsync(ns, "moody", false, TestContext.Current.CancellationToken);
        Assert.False(PodJson.IsReady(await cluster.UntilPodAsync(ns, "Running")));

        await cluster.Nodes.SetPodReadyAsync(ns, "moody", true, TestContext.Current.CancellationToken);
        Assert.True(PodJson.IsReady(await cluster.UntilPodAsync(ns, "Running")));
    }

    [Fact]
    public async Task One_container_can_end_alone()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.CreatePodAsync(ns, "pair");
        await cluster.UntilPodAsync(ns, "Running");

        await cluster.Nodes.TerminateContainerAsync(ns, "pair", "main", 3, TestContext.Current.CancellationToken);

        var pod = await cluster.UntilPodAsync(ns, "Running");
        Assert.NotNull(PodJson.ContainerStatus(pod, "containerStatuses", "main")!["state"]!["terminated"]);
        Assert.NotNull(PodJson.ContainerStatus(pod, "containerStatuses", "side")!["state"]!["running"]);
        Assert.False(PodJson.IsReady(pod));
    }

    [Fact]
    public async Task A_finalizer_holds_a_deleted_pod_until_it_is_taken_away()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.CreatePodAsync(ns, "held", ""","finalizers":["kube.testing/hold"]""");
        await cluster.UntilPodAsync(ns, "Running");
        await cluster.DeleteAsync($"api/v1/namespaces/{ns}/pods/held");
        await cluster.UntilPodsAsync(ns, pods => pods.Count == 1 && PodJson.IsDeleting(pods[0]));

        const string NoFinalizers = """{"metadata":{"finalizers":null}}""";
        using var patch = new StringContent(NoFinalizers, System.Text.Encoding.UTF8, "application/merge-patch+json");
        using var response = await cluster.Client.PatchAsync(
            $"api/v1/namespaces/{ns}/pods/held", patch, TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode);
        await cluster.UntilPodsAsync(ns, pods => pods.Count == 0);
    }
}
