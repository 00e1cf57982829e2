using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>What an operator does whose feature gates are open: network policies, and a head that keeps its state on a volume.</summary>
public sealed class GatedFeatureTests(OperatorFixture fixture)
{
    private const string Gates = "RayClusterNetworkPolicy=true,GCSFaultToleranceEmbeddedStorage=true";

    private readonly ResourceClient<V1NetworkPolicy> _policies = new(fixture.Environment.Transport, BuiltInResources.NetworkPolicies);
    private readonly ResourceClient<V1PersistentVolumeClaim> _claims = new(fixture.Environment.Transport, BuiltInResources.PersistentVolumeClaims);

    private RayClusterClient Rays => fixture.Environment.RayClusters();

    [Fact]
    public Task Network_policies_come_are_mended_and_go_with_the_spec() => WithGatesAsync(async ns =>
    {
        await Rays.CreateAsync(Closed(ns, "closed"));
        var made = await Eventually.ReadAsync("both policies are there", () => _policies.ListAsync(ns), policies => policies.Items.Count == 2);
        Assert.Equal(["closed-head", "closed-workers-small"], made.Items.Select(policy => policy.Name()).Order(StringComparer.Ordinal));
        Assert.All(made.Items, policy => Assert.Equal(["Ingress"], policy.Spec.PolicyTypes));

        await _policies.UpdateAsync("closed-head", ns, policy => policy.Spec.Ingress = []);
        await Eventually.ReadAsync(
            "the changed policy is mended",
            () => _policies.GetAsync("closed-head", ns),
            policy => policy.Spec.Ingress is [{ FromProperty.Count: 1 }, ..]);

        await Rays.UpdateAsync("closed", ns, cluster => cluster.Spec!.NetworkPolicy = null);
        await Eventually.ReadAsync("the policies are gone", () => _policies.ListAsync(ns), policies => policies.Items.Count == 0);
        await ToldAsync(ns, RayEventReasons.CreatedNetworkPolicy, RayEventReasons.UpdatedNetworkPolicy, RayEventReasons.DeletedNetworkPolicy);
    });

    [Fact]
    public Task A_network_policy_of_somebody_else_is_left_alone() => WithGatesAsync(async ns =>
    {
        await _policies.CreateAsync(new V1NetworkPolicy
        {
            Metadata = new() { Name = "taken-head", NamespaceProperty = ns },
            Spec = new() { PodSelector = new(), PolicyTypes = ["Egress"] },
        });
        await Rays.CreateAsync(Closed(ns, "taken"));

        await ToldAsync(ns, RayEventReasons.NetworkPolicyNameCollision);
        Assert.Equal(["Egress"], (await _policies.GetAsync("taken-head", ns)).Spec.PolicyTypes);
    });

    [Fact]
    public Task The_claim_of_a_head_with_RocksDB_is_made_and_goes_with_the_cluster() => WithGatesAsync(async ns =>
    {
        await VolumeAsync(ns);
        await Rays.CreateAsync(WithRocksDb(ns, new()));
        await Eventually.ReadAsync("ready", () => Rays.GetAsync("state", ns), cluster => cluster.Status?.State == RayClusterState.Ready);
        var claim = await _claims.GetAsync("state-gcs-pvc", ns);
        Assert.Equal("1Gi", claim.Spec.Resources.Requests["storage"].ToString());
        var head = Assert.Single(await fixture.LivePodsAsync(ns));
        Assert.Contains(head.Spec.Volumes, volume => volume.PersistentVolumeClaim?.ClaimName == "state-gcs-pvc");

        // What holds data is never changed: the difference is told.
        await Rays.UpdateAsync("state", ns, cluster => cluster.Spec!.GcsFaultToleranceOptions!.Storage = new() { Size = new("2Gi") });
        await ToldAsync(ns, RayEventReasons.CreatedPersistentVolumeClaim, RayEventReasons.FailedToCreatePersistentVolumeClaim);
        Assert.Equal("1Gi", (await _claims.GetAsync("state-gcs-pvc", ns)).Spec.Resources.Requests["storage"].ToString());

        await Rays.DeleteAsync("state", ns);
        await Eventually.ReadAsync("the claim is gone", () => _claims.ListAsync(ns), claims => claims.Items.Count == 0);
    });

    [Fact]
    public Task A_claim_that_is_retained_outlives_the_cluster() => WithGatesAsync(async ns =>
    {
        await VolumeAsync(ns);
        await Rays.CreateAsync(WithRocksDb(ns, new()));
        await Eventually.ReadAsync(
            "the claim goes with the cluster", () => _claims.ListAsync(ns), claims => claims.Items is [{ Metadata.OwnerReferences.Count: 1 }]);

        await Rays.UpdateAsync("state", ns, cluster =>
            cluster.Spec!.GcsFaultToleranceOptions!.Storage = new() { DeletionPolicy = GcsStorageDeletionPolicy.Retain });
        await Eventually.ReadAsync(
            "the cluster lets go of it",
            () => _claims.ListAsync(ns),
            claims => claims.Items is [{ } one] && one.Metadata.OwnerReferences is not { Count: > 0 });

        await Rays.DeleteAsync("state", ns);
        await Eventually.ReadAsync("the pods are gone", () => fixture.Pods.ListAsync(ns), pods => pods.Items.Count == 0);
        Assert.Null(Assert.Single((await _claims.ListAsync(ns)).Items).Metadata.DeletionTimestamp);
    });

    [Fact]
    public Task A_claim_that_the_user_names_and_that_is_missing_is_told_of() => WithGatesAsync(async ns =>
    {
        await Rays.CreateAsync(WithRocksDb(ns, new() { ClaimName = "mine" }));

        await ToldAsync(ns, RayEventReasons.FailedToCreatePersistentVolumeClaim, RayEventReasons.CreatedHeadPod);
        Assert.Empty((await _claims.ListAsync(ns)).Items);
    });

    private static RayCluster Closed(string ns, string name)
    {
        var cluster = Clusters.Of(ns, name, ("small", 1));
        cluster.Spec!.NetworkPolicy = new() { Mode = "DenyAllIngress" };
        return cluster;
    }

    private static RayCluster WithRocksDb(string ns, GcsEmbeddedStorage storage)
    {
        var cluster = Clusters.Of(ns, "state");
        cluster.Spec!.GcsFaultToleranceOptions = new() { Backend = GcsFaultToleranceBackend.RocksDb, Storage = storage };
        return cluster;
    }

    // One operator at a time: that of the other tests makes room.
    private async Task WithGatesAsync(Func<string, Task> test)
    {
        var ns = await fixture.NewNamespaceAsync();
        await fixture.KillOperatorAsync();
        try
        {
            await using var gated = await fixture.Environment.StartOperatorAsync(
                fixture.Environment.OperatorKubeConfig,
                ["--feature-gates", Gates, "--enable-leader-election=false"],
                TestContext.Current.CancellationToken);
            await test(ns);
        }
        finally
        {
            await fixture.StartOperatorAsync();
        }
    }

    // Nobody provides volumes here, and the scheduler waits for one.
    private Task VolumeAsync(string ns) => fixture.Kubectl.RunAsync(
        ["apply", "-f", "-"],
        $$"""
        apiVersion: v1
        kind: PersistentVolume
        metadata: { name: {{ns}} }
        spec:
          capacity: { storage: 1Gi }
          accessModes: [ReadWriteOnce]
          claimRef: { namespace: {{ns}}, name: state-gcs-pvc }
          hostPath: { path: /nowhere }
        """);

    private Task ToldAsync(string ns, params string[] reasons) => Eventually.ReadAsync(
        $"events: {string.Join(", ", reasons)}",
        () => fixture.Events.ListAsync(ns),
        events => reasons.All(reason => events.Items.Any(e => e.Reason == reason)));
}
