using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

public sealed class HeadServiceRuleTests
{
    [Fact]
    public void The_service_is_made_before_the_first_pod()
    {
        var plan = Planner.Plan(Snapshots.Of(Clusters.Cluster()) with { HeadServices = [] });

        var service = Assert.IsType<ApplyObject>(plan.Actions[0]);
        Assert.Null(service.Observed);
        Assert.IsType<CreatePod>(plan.Actions[1]);
    }

    [Fact]
    public void A_service_not_seen_yet_is_not_made_again_and_holds_up_no_pods()
    {
        var unseen = new Expectation(Expectation.HeadServiceGroup, "demo-head-svc", "u", ExpectedChange.Created,
            Snapshots.Now.AddSeconds(5));

        var plan = Planner.Plan(Snapshots.Of(Clusters.Cluster()) with { HeadServices = [], Unseen = [unseen] });

        Assert.IsType<CreatePod>(Assert.Single(plan.Actions));
    }

    [Fact]
    public void A_service_of_a_deleted_namesake_is_waited_for()
    {
        var foreign = Snapshots.Service(Snapshots.Of(Clusters.Cluster()));
        foreign.Metadata.OwnerReferences[0].Uid = "former-uid";

        var plan = Planner.Plan(Snapshots.Of(Clusters.Cluster()) with { HeadServices = [], ForeignHeadService = foreign });

        Assert.Empty(plan.Actions);
        Assert.Equal(Snapshots.Now.AddSeconds(10), Assert.Single(plan.Waits).Until);
        Assert.Contains("former-uid", Assert.Single(plan.Notices).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_that_others_set_are_no_drift()
    {
        var snapshot = Snapshots.Of(Clusters.Cluster(), Clusters.Head("h"));
        var service = snapshot.HeadServices[0];
        service.Metadata.Annotations["cloud.example.com/id"] = "7";
        service.Metadata.Labels["team"] = "ml";
        service.Spec.ClusterIPs = ["None"];
        service.Spec.Ports.Add(new() { Name = "extra", Port = 9999 });

        Assert.True(Planner.Plan(snapshot).IsEmpty);
    }

    [Fact]
    public void Zero_values_that_the_server_drops_are_no_drift()
    {
        var cluster = Clusters.Cluster();
        cluster.Spec!.HeadGroupSpec!.HeadService = new() { Spec = new() { PublishNotReadyAddresses = false } };
        var snapshot = Snapshots.Of(cluster, Clusters.Head("h"));
        snapshot.HeadServices[0].Spec.PublishNotReadyAddresses = null;
        Assert.True(Planner.Plan(snapshot).IsEmpty);

        snapshot.HeadServices[0].Spec.PublishNotReadyAddresses = true;
        Assert.Single(Planner.Plan(snapshot).Services());
    }

    [Fact]
    public void A_selector_that_somebody_changed_is_mended()
    {
        var snapshot = Snapshots.Of(Clusters.Cluster(), Clusters.Head("h"));
        snapshot.HeadServices[0].Spec.Selector["ray.io/cluster"] = "another";

        var repair = Assert.Single(Planner.Plan(snapshot).Services());

        Assert.Equal("demo", ((k8s.Models.V1Service)repair.Object).Spec.Selector["ray.io/cluster"]);
        Assert.Same(snapshot.HeadServices[0], repair.Observed);
    }

    [Fact]
    public void An_annotation_that_left_the_spec_is_drift_too()
    {
        var cluster = Clusters.Cluster();
        cluster.Spec!.HeadServiceAnnotations = new Dictionary<string, string> { ["a"] = "1" };
        var snapshot = Snapshots.Of(cluster, Clusters.Head("h"));
        Assert.True(Planner.Plan(snapshot).IsEmpty);

        cluster.Spec.HeadServiceAnnotations = null;

        var repair = Assert.Single(Planner.Plan(snapshot).Services());
        Assert.DoesNotContain("a", ((k8s.Models.V1Service)repair.Object).Metadata.Annotations.Keys);
    }

    [Fact]
    public void Mending_the_service_comes_last()
    {
        var snapshot = Snapshots.Of(Clusters.Cluster());
        snapshot.HeadServices[0].Spec.Ports.Clear();

        var plan = Planner.Plan(snapshot);

        Assert.IsType<CreatePod>(plan.Actions[0]);
        Assert.IsType<ApplyObject>(plan.Actions[^1]);
    }
}
