using Ray.DevEnvironment;

namespace Ray.EndToEnd.Webhooks;

/// <summary>What docs/migrating-from-2020.md tells, from a cluster with the definition and objects of 2020, on a server that still takes such a definition.</summary>
public sealed class MigrationTests
{
    private const string Definition = """
        apiVersion: apiextensions.k8s.io/v1beta1
        kind: CustomResourceDefinition
        metadata:
          name: rayclusters.ray.io
        spec:
          group: ray.io
          names: {kind: RayCluster, listKind: RayClusterList, plural: rayclusters, singular: raycluster}
          scope: Namespaced
          version: v1alpha1
          versions: [{name: v1alpha1, served: true, storage: true}]
          validation:
            openAPIV3Schema:
              type: object
              properties:
                spec: {type: object}
        """;

    [Fact]
    public async Task Objects_of_2020_become_clusters_of_today()
    {
        var token = TestContext.Current.CancellationToken;
        await using var environment = await RayEnvironment.StartAsync(cancellationToken: token);
        var kubectl = environment.Kubectl;
        await kubectl.RunAsync(["delete", "crd", "rayclusters.ray.io", "--wait=true"], null, token);
        var old = await kubectl.TryAsync(["create", "--validate=false", "-f", "-"], Definition, token);
        Assert.SkipWhen(old.Error.Contains("no matches for kind", StringComparison.Ordinal), "The server is too new to have had such a definition.");
        await Eventually.ReadAsync(
            "the server takes clusters of 2020",
            () => kubectl.TryAsync(
                ["create", "--validate=false", "-f", Repository.PathOf("samples", "v1alpha1", "ray-cluster.heterogeneous.yaml")], null, token),
            result => result.ExitCode == 0);
        await kubectl.RunAsync(["create", "-f", Repository.PathOf("samples", "v1alpha1", "config-map-ray-code.yaml")], null, token);

        var installed = await OperatorCommand.RunAsync("crd", "--install", "--kubeconfig", environment.ControlPlane.KubeConfigPath);
        Assert.Equal((0, ""), (installed.ExitCode, installed.Error));
        var port = FreePort.One();
        await WebhookInstallation.InstallAsync(kubectl, port, token);
        await using var @operator = await environment.StartOperatorAsync(environment.OperatorKubeConfig, WebhookInstallation.OptionsOf(port), token);
        var cluster = await Eventually.ReadAsync(
            "it is ready", () => environment.RayClusters().GetAsync("raycluster-heterogeneous", "default"), cluster => cluster.Status?.State == "ready");

        Assert.Equal(3, cluster.Status!.AvailableWorkerReplicas);
        var all = await kubectl.RunAsync(["get", "rayclusters.v1.ray.io", "--all-namespaces", "-o", "json"], null, token);
        await kubectl.RunAsync(["replace", "-f", "-"], all, token);
        await @operator.KillAsync();
        Assert.Contains("raycluster-heterogeneous", await kubectl.RunAsync(["get", "rayclusters.v1.ray.io"], null, token), StringComparison.Ordinal);
    }
}
