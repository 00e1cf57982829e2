using System.Text;
using k8s.Models;
using Ray.Operator.RayClusters.Applying;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.RayClusters.Status;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Status;

public sealed class ClusterEventsTests
{
    [Fact]
    public void Creations_of_one_group_are_one_event()
    {
        var told = Events(Created("headgroup", "h"), Created("a", "a1"), Created("a", "a2"), Created("b", "b1"));

        Assert.Equal(
            [
                new(false, "CreatedHeadPod", "Create", "Created head Pod team/h"),
                new(false, "CreatedWorkerPod", "Create", "Created 2 worker Pods in group a: a1, a2"),
                new(false, "CreatedWorkerPod", "Create", "Created worker Pod team/b1"),
            ],
            told);
    }

    [Fact]
    public void Two_hundred_names_fit_into_a_note()
    {
        var told = Assert.Single(Events([.. Enumerable.Range(0, 200).Select(i => Created("a", $"demo-a-worker-{i:00000}"))]));

        Assert.True(Encoding.UTF8.GetByteCount(told.Note) <= 1024);
        Assert.StartsWith("Created 200 worker Pods in group a: demo-a-worker-00000, ", told.Note, StringComparison.Ordinal);
        Assert.EndsWith(" more", told.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData((int)DeletionCause.Named, "Deleted pod team/w")]
    [InlineData((int)DeletionCause.Surplus, "Deleted Pod team/w")]
    [InlineData((int)DeletionCause.GroupRemoved, "Deleted worker Pod team/w; why")]
    [InlineData((int)DeletionCause.Dead,
        "Deleted worker Pod team/w; Pod status: Failed; Pod restart policy: Always; Ray container terminated status: not terminated")]
    public void A_deletion_tells_its_cause(int cause, string note) => Assert.Equal(
        new ClusterEvent(false, "DeletedWorkerPod", "Delete", note),
        Assert.Single(Events(new ActionResult(new DeletePod(Clusters.Worker("a", "w", "Failed"), "a", (DeletionCause)cause, "why"), "w"))));

    [Fact]
    public void Failures_are_warnings_told_once_a_group()
    {
        var told = Events(
            Created("a", "a1"),
            new(new CreatePod(new V1Pod(), "a", ""), "demo-a-worker-", "quota"),
            new(new CreatePod(new V1Pod(), "a", ""), "demo-a-worker-", "quota"));

        Assert.Equal(
            [
                new(false, "CreatedWorkerPod", "Create", "Created worker Pod team/a1"),
                new(true, "FailedToCreateWorkerPod", "Create", "Failed to create worker Pod for the cluster team/demo, quota"),
            ],
            told);
    }

    [Fact]
    public void A_service_is_told_as_created_or_updated()
    {
        var service = new V1Service { Kind = "Service" };

        var told = Events(
            new ActionResult(new ApplyObject(service, null, "none"), "s"),
                new ActionResult(new ApplyObject(service, service, "drift"), "s", "no"));

        Assert.Equal(
            [
                new(false, "CreatedService", "Create", "Created service team/s"),
                new(true, "FailedToUpdateService", "Update", "Failed updating service team/s, no"),
            ],
            told);
    }

    [Fact]
    public void A_refused_spec_is_told_once_a_generation()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", -1));
        var snapshot = Snapshots.Of(cluster);
        var plan = Planner.Plan(snapshot);

        var told = Assert.Single(ClusterEvents.OfProblems(snapshot, plan));
        Assert.Equal(("InvalidRayClusterSpec", "Validate", true), (told.Reason, told.Action, told.IsWarning));
        Assert.StartsWith("The RayCluster spec is invalid team/demo: spec.workerGroupSpecs[0].replicas", told.Note,
            StringComparison.Ordinal);

        cluster.Status = StatusCalculator.Compute(snapshot, plan, ApplyOutcome.Nothing);
        Assert.Empty(ClusterEvents.OfProblems(snapshot, plan));

        cluster.Metadata.Generation = 2;
        Assert.Single(ClusterEvents.OfProblems(snapshot, plan));
    }

    private static ClusterEvent[] Events(params ActionResult[] results) =>
        [.. ClusterEvents.Of(Snapshots.Of(Clusters.Cluster(Clusters.Group("a", 1))), new ApplyOutcome([.. results]))];

    private static ActionResult Created(string group, string name) => new(new CreatePod(new V1Pod(), group, ""), name);
}
