using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

/// <summary>The claim of a head that keeps its state in RocksDB.</summary>
public sealed class GcsVolumeClaimRuleTests
{
    [Fact]
    public void It_is_made_before_the_head()
    {
        var plan = Planner.Plan(Of(Cluster(new())));

        Assert.Equal(["PersistentVolumeClaim demo-gcs-pvc"], plan.CreatedObjects());
        Assert.IsType<CreatePod>(plan.Actions[^1]);
    }

    [Fact]
    public void A_cluster_that_keeps_its_state_elsewhere_gets_none()
    {
        var cluster = Clusters.Cluster();
        cluster.Spec!.GcsFaultToleranceOptions = new() { RedisAddress = "redis:6379" };

        Assert.Empty(Planner.Plan(Of(cluster)).CreatedObjects());
    }

    [Fact]
    public void One_that_the_user_names_must_exist_which_is_told_and_holds_nothing_up()
    {
        var cluster = Cluster(new() { ClaimName = "mine" });

        var plan = Planner.Plan(Of(cluster));
        Assert.Empty(plan.CreatedObjects());
        Assert.IsType<CreatePod>(plan.Actions[^1]);
        var notice = Assert.Single(plan.Notices);
        Assert.Equal((RayEventReasons.FailedToCreatePersistentVolumeClaim, "Validate"), (notice.Reason, notice.Action));

        var mine = new V1PersistentVolumeClaim { Metadata = new() { Name = "mine" } };
        Assert.Empty(Planner.Plan(Of(cluster) with { ForeignObjects = [mine] }).Notices);
    }

    [Fact]
    public void One_that_is_there_is_taken_whoever_made_it_and_goes_with_the_cluster()
    {
        var observed = Claim(new());
        observed.Metadata.OwnerReferences = null;

        var owners = Assert.IsType<SetClaimOwners>(Assert.Single(
            Planner.Plan(Of(Cluster(new()), Clusters.Head("h")) with { ForeignObjects = [observed] }).Actions));

        Assert.Equal(Clusters.Uid, Assert.Single(owners.Owners).Uid);
    }

    [Fact]
    public void One_that_another_object_controls_stays_that_objects()
    {
        var observed = Claim(new());
        observed.Metadata.OwnerReferences = [new() { Uid = "another", Controller = true }];

        Assert.True(Planner.Plan(Of(Cluster(new()), Clusters.Head("h")) with { ForeignObjects = [observed] }).IsEmpty);
    }

    [Fact]
    public void With_the_policy_Retain_the_cluster_lets_go_of_it_and_other_owners_stay()
    {
        var observed = Claim(new());
        observed.Metadata.OwnerReferences.Add(new() { Uid = "another" });

        var owners = Assert.IsType<SetClaimOwners>(Assert.Single(Planner.Plan(
            Of(Cluster(new() { DeletionPolicy = GcsStorageDeletionPolicy.Retain }), Clusters.Head("h")) with { Objects = [observed] }).Actions));

        Assert.Equal("another", Assert.Single(owners.Owners).Uid);
    }

    [Theory]
    [InlineData("2Gi", null, null, "size")]
    [InlineData("1Gi", "fast", null, "storageClassName")]
    [InlineData("1Gi", null, "ReadWriteMany", "accessModes")]
    [InlineData("2Gi", "fast", "ReadWriteMany", "size, storageClassName, accessModes")]
    public void What_the_spec_says_differently_afterwards_is_told_and_never_changed(string size, string? type, string? mode, string fields)
    {
        var later = new GcsEmbeddedStorage
        {
            Size = new ResourceQuantity(size),
            StorageClassName = type,
            AccessModes = mode is null ? null : [mode],
        };

        var plan = Planner.Plan(Of(Cluster(later), Clusters.Head("h")) with { Objects = [Claim(new())] });

        Assert.Empty(plan.Actions);
        var notice = Assert.Single(plan.Notices);
        Assert.Equal((RayEventReasons.FailedToCreatePersistentVolumeClaim, "Update"), (notice.Reason, notice.Action));
        Assert.Contains($"differs from the spec in {fields};", notice.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_spelling_of_the_size_and_another_order_of_the_modes_are_no_difference()
    {
        var stored = new GcsEmbeddedStorage { Size = new ResourceQuantity("2Gi"), AccessModes = ["ReadWriteOnce", "ReadOnlyMany"] };
        var same = new GcsEmbeddedStorage { Size = new ResourceQuantity("2048Mi"), AccessModes = ["ReadOnlyMany", "ReadWriteOnce"] };

        var plan = Planner.Plan(Of(Cluster(same), Clusters.Head("h")) with { Objects = [Claim(stored)] });

        Assert.Empty(plan.Actions);
        Assert.Empty(plan.Notices);
    }

    private static V1PersistentVolumeClaim Claim(GcsEmbeddedStorage storage) => GcsVolumeClaim.Build(Cluster(storage))!;

    private static RayCluster Cluster(GcsEmbeddedStorage storage)
    {
        var cluster = Clusters.Cluster();
        cluster.Spec!.GcsFaultToleranceOptions = new() { Backend = GcsFaultToleranceBackend.RocksDb, Storage = storage };
        return cluster;
    }

    private static ClusterSnapshot Of(RayCluster cluster, params V1Pod[] pods)
    {
        var snapshot = Snapshots.Of(cluster, pods);
        return snapshot with { Settings = snapshot.Settings with { Gates = new() { GcsFaultToleranceEmbeddedStorage = true } } };
    }
}
