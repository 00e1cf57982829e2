namespace Kube.Testing.Tests;

public sealed class ControllerManagerTests(TestCluster cluster)
{
    [Fact]
    public async Task A_replica_set_gets_its_pods_back_and_takes_them_along_when_it_is_deleted()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.CreateAsync($"apis/apps/v1/namespaces/{ns}/replicasets", """
            {"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"three"},"spec":{"replicas":3,
             "selector":{"matchLabels":{"app":"three"}},
             "template":{"metadata":{"labels":{"app":"three"}},"spec":{"containers":[{"name":"c","image":"x"}]}}}}
            """);
        var pods = await cluster.UntilPodsAsync(ns, pods => pods.Count(PodJson.IsReady) == 3);

        await cluster.DeleteAsync($"api/v1/namespaces/{ns}/pods/{PodJson.Name(pods[0])}");
        await cluster.UntilPodsAsync(
            ns, now => now.Count(PodJson.IsReady) == 3 && now.All(pod => PodJson.Uid(pod) != PodJson.Uid(pods[0])));

        await cluster.DeleteAsync($"apis/apps/v1/namespaces/{ns}/replicasets/three?propagationPolicy=Background");
        await cluster.UntilPodsAsync(ns, now => now.Count == 0);
    }

    [Fact]
    public async Task An_owner_takes_its_dependants_along()
    {
        var ns = await cluster.NewNamespaceAsync();
        var owner = await cluster.CreateAsync(
            $"api/v1/namespaces/{ns}/configmaps", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"owner"}}""");
        var uid = (string?)owner["metadata"]!["uid"];
        await cluster.CreatePodAsync(
            ns, "owned", $$$""","ownerReferences":[{"apiVersion":"v1","kind":"ConfigMap","name":"owner","uid":"{{{uid}}}"}]""");
        await cluster.UntilPodAsync(ns, "Running");

        await cluster.DeleteAsync($"api/v1/namespaces/{ns}/configmaps/owner");

        await cluster.UntilPodsAsync(ns, pods => pods.Count == 0);
    }
}
