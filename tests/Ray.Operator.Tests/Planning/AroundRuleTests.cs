using k8s;
using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Planning;

/// <summary>The objects around the pods.</summary>
public sealed class AroundRuleTests
{
    [Fact]
    public void The_autoscaler_gets_an_account_a_role_and_a_binding_before_the_head()
    {
        var plan = Planner.Plan(Snapshots.Of(Autoscaled()));

        Assert.Equal(["ServiceAccount demo"], plan.CreatedObjects());
        Assert.Equal(["Role demo", "RoleBinding demo"], plan.Applied());
        Assert.IsType<CreatePod>(plan.Actions[^1]);
    }

    [Fact]
    public void Rule_5_left_on_purpose_a_role_that_lacks_a_rule_is_mended()
    {
        var cluster = Autoscaled();
        var role = AppliedObject.WithHash(AutoscalerRole.Build(cluster)!);
        role.Rules.RemoveAt(0);
        var binding = AppliedObject.WithHash(AutoscalerRoleBinding.Build(cluster)!);

        var plan = Planner.Plan(Snapshots.Of(cluster, Clusters.Head("h"), Clusters.Worker("a", "w")) with
        {
            Objects = [AutoscalerServiceAccount.Build(cluster)!, role, binding],
        });

        Assert.Same(role, Assert.IsType<ApplyObject>(Assert.Single(plan.Actions)).Observed);
    }

    [Fact]
    public void An_account_that_the_user_names_and_that_is_missing_holds_everything_up()
    {
        var cluster = Autoscaled();
        cluster.Spec!.HeadGroupSpec!.Template!.Spec.ServiceAccountName = "mine";

        var plan = Planner.Plan(Snapshots.Of(cluster));

        Assert.Empty(plan.Actions);
        Assert.Equal(RayEventReasons.AutoscalerServiceAccountNotFound, Assert.Single(plan.Notices).Reason);
    }

    [Fact]
    public void An_account_of_that_name_is_used_whoever_made_it()
    {
        var account = AutoscalerServiceAccount.Build(Autoscaled())!;
        account.Metadata.OwnerReferences = null;

        Assert.Empty(Planner.Plan(Snapshots.Of(Autoscaled()) with { ForeignObjects = [account] }).CreatedObjects());
    }

    [Fact]
    public void Rule_12_kept_while_the_autoscaler_rules_no_worker_goes_unless_it_is_named()
    {
        var cluster = Autoscaled();
        var snapshot = Snapshots.Of(cluster, Clusters.Head("h"), Clusters.Worker("a", "x"), Clusters.Worker("a", "y"));

        Assert.Empty(Planner.Plan(snapshot).Deleted());
        Assert.Single(Planner.Plan(snapshot with { Settings = snapshot.Settings with { DeleteRandomPods = true } }).Deleted());
    }

    [Fact]
    public void An_ingress_of_somebody_else_is_left_alone_and_told_of()
    {
        var cluster = Clusters.Cluster();
        cluster.Spec!.HeadGroupSpec!.EnableIngress = true;
        var foreign = new V1Ingress { Kind = "Ingress", Metadata = new() { Name = "demo-head-ingress" } };

        var plan = Planner.Plan(Snapshots.Of(cluster, Clusters.Head("h")) with { ForeignObjects = [foreign] });

        Assert.Empty(plan.Actions);
        Assert.Contains("not owned by this RayCluster", Assert.Single(plan.Notices).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Network_policies_come_and_go_with_the_spec()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 0));
        cluster.Spec!.NetworkPolicy = new() { Mode = "DenyAllIngress" };
        var with = WithPolicies(Snapshots.Of(cluster, Clusters.Head("h")));

        Assert.Equal(["NetworkPolicy demo-head", "NetworkPolicy demo-workers-a"], Planner.Plan(with).Applied());

        ClusterSnapshot after = WithPolicies(Snapshots.Of(Clusters.Cluster(Clusters.Group("a", 0)), Clusters.Head("h"))) with
        {
            Objects = [.. NetworkPolicies.Build(cluster).Cast<IKubernetesObject<V1ObjectMeta>>()],
        };
        Assert.Equal(2, Planner.Plan(after).Actions.OfType<DeleteObject>().Count());
    }

    [Fact]
    public void The_token_is_made_once()
    {
        var cluster = Clusters.Cluster();
        cluster.Spec!.AuthOptions = new() { Mode = AuthMode.Token };
        var snapshot = Snapshots.Of(cluster, Clusters.Head("h"));

        Assert.Equal(["Secret demo"], Planner.Plan(snapshot).CreatedObjects());
        var existing = new V1Secret { Metadata = new() { Name = "demo" } };
        Assert.True(Planner.Plan(snapshot with { ForeignObjects = [existing] }).IsEmpty);
    }

    private static ClusterSnapshot WithPolicies(ClusterSnapshot snapshot) => snapshot with
    {
        Settings = snapshot.Settings with { Gates = new() { RayClusterNetworkPolicy = true } },
    };

    private static RayCluster Autoscaled()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1));
        cluster.Spec!.EnableInTreeAutoscaling = true;
        return cluster;
    }
}
