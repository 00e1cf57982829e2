using k8s.Models;
using Kube.Runtime.Webhooks;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Admission;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Admission;

/// <summary>What the API server is told about clusters of v1.</summary>
public sealed class ClusterAdmissionTests
{
    [Fact]
    public void A_valid_cluster_is_allowed_without_a_word()
    {
        var decision = Decide(Clusters.Cluster(Clusters.Group("a", 1)));

        Assert.True(decision.IsAllowed);
        Assert.Empty(decision.Warnings);
    }

    [Fact]
    public void All_mistakes_are_told_together_each_with_its_field()
    {
        var decision = Decide(Wrong());

        Assert.False(decision.IsAllowed);
        Assert.Equal("Invalid", decision.Reason);
        Assert.Equal(["spec.workerGroupSpecs[0].minReplicas", "spec.workerGroupSpecs[1].minReplicas"], decision.Causes.Select(cause => cause.Field));
        Assert.StartsWith("RayCluster.ray.io \"demo\" is invalid: [spec.workerGroupSpecs[0].minReplicas: ", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_the_server_will_make_up_is_told_by_its_beginning()
    {
        var cluster = Wrong();
        cluster.Metadata = new() { GenerateName = "demo-" };

        Assert.Contains("\"demo-\" is invalid", Decide(cluster, name: "").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_that_are_stored_already_keep_no_other_change_back()
    {
        var changed = Wrong();
        changed.Metadata.Labels = new Dictionary<string, string> { ["team"] = "b" };

        Assert.True(Update(Wrong(), changed).IsAllowed);
    }

    [Fact]
    public void A_change_that_adds_a_mistake_is_refused_for_that_one_alone()
    {
        var changed = Wrong();
        changed.Spec!.WorkerGroupSpecs![0].Template!.Spec.Containers = [];

        var decision = Update(Wrong(), changed);
        Assert.False(decision.IsAllowed);
        Assert.Equal(["spec.workerGroupSpecs[0].template.spec.containers"], decision.Causes.Select(cause => cause.Field).Distinct());
    }

    [Fact]
    public void A_cluster_on_its_way_out_gets_rid_of_its_finalizers_whatever_is_wrong_with_it()
    {
        var leaving = Wrong();
        leaving.Metadata.DeletionTimestamp = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        Assert.True(Update(Clusters.Cluster(), leaving).IsAllowed);
    }

    [Theory]
    [InlineData(AdmissionOperation.Delete, "")]
    [InlineData(AdmissionOperation.Connect, "")]
    [InlineData(AdmissionOperation.Update, "status")]
    [InlineData(AdmissionOperation.Update, "scale")]
    public void Nothing_but_new_and_changed_clusters_is_judged(AdmissionOperation operation, string subresource) => Assert.True(
        ClusterAdmission.Decide(Request(Wrong(), null) with { Operation = operation, Subresource = subresource }, new()).IsAllowed);

    [Fact]
    public void What_the_operator_itself_wrote_into_the_status_is_nobodys_mistake()
    {
        var cluster = Clusters.Cluster();
        cluster.Status = new()
        {
            Conditions =
            [
                new() { Type = RayConditionTypes.RayClusterSuspending, Status = "True" },
                new() { Type = RayConditionTypes.RayClusterSuspended, Status = "True" },
            ],
        };

        Assert.Empty(Decide(cluster).Warnings);
    }

    [Fact]
    public void Older_forms_are_allowed_with_the_name_of_the_newer()
    {
        var cluster = Clusters.Cluster();
        cluster.Metadata.Annotations = new Dictionary<string, string>
        {
            [RayAnnotations.FaultToleranceEnabled] = "true",
            [RayAnnotations.ExternalStorageNamespace] = "mine",
        };
        var decision = Decide(cluster);

        Assert.True(decision.IsAllowed);
        Assert.Equal(
            [
                "metadata.annotations[ray.io/ft-enabled]: is deprecated; use spec.gcsFaultToleranceOptions",
                "metadata.annotations[ray.io/external-storage-namespace]: is deprecated; use spec.gcsFaultToleranceOptions",
            ],
            decision.Warnings);
    }

    [Fact]
    public void A_gate_that_is_off_is_told_before_anything_is_stored()
    {
        var cluster = Clusters.Cluster();
        cluster.Spec!.NetworkPolicy = new NetworkPolicyConfig();

        Assert.Contains("--feature-gates=RayClusterNetworkPolicy=true", Decide(cluster).Message, StringComparison.Ordinal);
    }

    // minReplicas above maxReplicas, twice.
    private static RayCluster Wrong() => Clusters.Cluster(Clusters.Group("a", 1, min: 3, max: 2), Clusters.Group("b", 1, min: 5, max: 4));

    private static AdmissionDecision Decide(RayCluster cluster, string name = "demo") =>
        ClusterAdmission.Decide(Request(cluster, null) with { Name = name }, new OperatorSettings());

    private static AdmissionDecision Update(RayCluster before, RayCluster after) => ClusterAdmission.Decide(Request(after, before), new OperatorSettings());

    private static AdmissionRequest<RayCluster> Request(RayCluster cluster, RayCluster? before) => new()
    {
        Operation = before is null ? AdmissionOperation.Create : AdmissionOperation.Update,
        Object = cluster,
        OldObject = before,
        Name = "demo",
        RequestedVersion = RayCluster.KubeApiVersion,
    };
}
