using Ray.DevEnvironment;

namespace Ray.EndToEnd.Webhooks;

/// <summary>What authors are told at once, and what goes on while nobody can tell them.</summary>
public sealed class AdmissionTests(WebhookFixture fixture) : IClassFixture<WebhookFixture>
{
    private const string TooFew = """
        apiVersion: ray.io/v1
        kind: RayCluster
        metadata:
          name: wrong
        spec:
          headGroupSpec:
            template:
              spec:
                containers:
                  - name: ray-head
                    image: rayproject/ray:2.53.0
          workerGroupSpecs:
            - groupName: small
              minReplicas: 3
              maxReplicas: 2
              template:
                spec:
                  containers:
                    - name: ray-worker
                      image: rayproject/ray:2.53.0
        """;

    private const string NoContainers = """
        apiVersion: ray.io/v1alpha1
        kind: RayCluster
        metadata:
          name: wrong
        spec:
          headService: {}
          headGroupSpec:
            replicas: 1
            rayStartParams: {}
            template:
              spec:
                containers:
                  - name: ray-head
                    image: rayproject/ray:2.53.0
          workerGroupsSpec:
            - groupName: small
              replicas: 1
              minReplicas: 1
              maxReplicas: 2
              rayStartParams: {}
              template:
                spec:
                  containers: []
        """;

    private Kubectl Kubectl => fixture.Kubectl;

    [Fact]
    public async Task A_mistake_that_the_schema_cannot_see_is_refused_with_its_field()
    {
        var ns = await fixture.NewNamespaceAsync();
        var result = await TryCreateAsync(ns, TooFew);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("The RayCluster \"wrong\" is invalid: spec.workerGroupSpecs[0].minReplicas", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Kubectl.TryAsync(["get", "rayclusters", "-n", ns, "-o", "name"], null, TestContext.Current.CancellationToken)).Output.Length);
    }

    [Fact]
    public async Task A_mistake_in_v1alpha1_is_told_by_the_names_of_v1alpha1()
    {
        var ns = await fixture.NewNamespaceAsync();
        var result = await TryCreateAsync(ns, NoContainers);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("spec.workerGroupsSpec[0].template", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("workerGroupSpecs", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authors_of_v1alpha1_are_warned()
    {
        var ns = await fixture.NewNamespaceAsync();
        var result = await Kubectl.TryAsync(
            ["create", "-n", ns, "-f", Repository.PathOf("samples", "v1alpha1", "ray-cluster.mini.yaml")], null, TestContext.Current.CancellationToken);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Warning: apiVersion: ray.io/v1alpha1 is the API of 2020; write new clusters as ray.io/v1", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_operator_is_down_v1_is_read_and_written()
    {
        var ns = await fixture.NewNamespaceAsync();
        await Kubectl.RunAsync(["create", "-n", ns, "-f", Repository.PathOf("samples", "v1alpha1", "ray-cluster.mini.yaml")]);
        await fixture.StopOperatorAsync();
        try
        {
            await Kubectl.RunAsync(["create", "--validate=false", "-n", ns, "-f", Repository.PathOf("samples", "ray-cluster.heterogeneous.yaml")]);
            await Kubectl.RunAsync(["annotate", "-n", ns, "raycluster", "raycluster-mini", "seen=yes"]);
            await Kubectl.RunAsync(["patch", "-n", ns, "raycluster", "raycluster-heterogeneous", "--type=merge", "-p", """{"spec":{"suspend":true}}"""]);
            Assert.Equal(2, (await Kubectl.RunAsync(["get", "rayclusters", "-n", ns, "-o", "name"])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
            await Kubectl.RunAsync(["delete", "-n", ns, "raycluster", "raycluster-heterogeneous", "--wait=true"]);
            await Kubectl.RunAsync(["create", "-n", ns, "configmap", "unrelated"]);

            // The one thing that needs it.
            var old = await Kubectl.TryAsync(["get", "-n", ns, "rayclusters.v1alpha1.ray.io"], null, TestContext.Current.CancellationToken);
            Assert.NotEqual(0, old.ExitCode);
            Assert.Contains("conversion webhook", old.Error, StringComparison.Ordinal);
        }
        finally
        {
            await fixture.StartOperatorAsync();
        }
    }

    [Fact]
    public async Task A_namespace_with_clusters_of_2020_goes_while_the_operator_is_down()
    {
        var ns = await fixture.NewNamespaceAsync();
        await Kubectl.RunAsync(["create", "-n", ns, "-f", Repository.PathOf("samples", "v1alpha1", "ray-cluster.mini.yaml")]);
        await fixture.StopOperatorAsync();
        try
        {
            await Kubectl.RunAsync(["delete", "namespace", ns, "--wait=true", "--timeout=60s"], null, TestContext.Current.CancellationToken);
        }
        finally
        {
            await fixture.StartOperatorAsync();
        }
    }

    private Task<KubectlResult> TryCreateAsync(string ns, string manifest) =>
        Kubectl.TryAsync(["create", "--validate=false", "-n", ns, "-f", "-"], manifest, TestContext.Current.CancellationToken);
}
