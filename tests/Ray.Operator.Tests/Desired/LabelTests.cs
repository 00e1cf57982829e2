using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.Tests.Desired;

public class LabelTests
{
    [Fact]
    public void A_head_carries_the_seven_labels() =>
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["app.kubernetes.io/created-by"] = "kuberay-operator",
                ["app.kubernetes.io/name"] = "kuberay",
                ["ray.io/cluster"] = "raycluster",
                ["ray.io/group"] = "headgroup",
                ["ray.io/identifier"] = "raycluster-head",
                ["ray.io/is-ray-node"] = "yes",
                ["ray.io/node-type"] = "head",
            },
            new Dictionary<string, string>(Sample.Head().Metadata.Labels));

    [Fact]
    public void A_worker_says_its_group_and_replica()
    {
        var labels = Sample.Worker(replica: new WorkerReplica(3)).Metadata.Labels;

        Assert.Equal("worker", labels[RayLabels.NodeType]);
        Assert.Equal("small", labels[RayLabels.Group]);
        Assert.Equal("raycluster-worker", labels[RayLabels.Identifier]);
        Assert.Equal("3", labels[RayLabels.WorkerGroupReplicaIndex]);
    }

    [Fact]
    public void Group_labels_win_over_template_labels_and_both_over_the_operator()
    {
        var labels = Sample.Worker(cluster =>
        {
            cluster.Group().Template!.Metadata.Labels =
                new Dictionary<string, string> { ["a"] = "template", ["b"] = "template", [RayLabels.AppName] = "mine" };
            cluster.Group().Labels = new Dictionary<string, string> { ["b"] = "group" };
        }).Metadata.Labels;

        Assert.Equal(("template", "group", "mine"), (labels["a"], labels["b"], labels[RayLabels.AppName]));
    }

    [Theory]
    [InlineData(RayLabels.Cluster, "raycluster")]
    [InlineData(RayLabels.NodeType, "worker")]
    [InlineData(RayLabels.Group, "small")]
    public void Labels_that_pods_are_found_by_cannot_be_overridden(string label, string expected)
    {
        var pod = Sample.Worker(cluster =>
        {
            cluster.Group().Template!.Metadata.Labels = new Dictionary<string, string> { [label] = "template" };
            cluster.Group().Labels = new Dictionary<string, string> { [label] = "group" };
        });

        Assert.Equal(expected, pod.Metadata.Labels[label]);
    }

    [Fact]
    public void The_identifier_keeps_the_end_of_a_long_name()
    {
        var labels = Sample.Head(cluster => cluster.Metadata.Name = "ab" + new string('c', 56) + "." + new string('d', 57)).Metadata.Labels;

        Assert.Equal("r" + new string('d', 57) + "-head", labels[RayLabels.Identifier]);
    }

    [Fact]
    public void Labels_and_annotations_of_the_cluster_stay_there()
    {
        var pod = Sample.Head(cluster =>
        {
            cluster.Metadata.Labels = new Dictionary<string, string> { ["a"] = "1" };
            cluster.Metadata.Annotations = new Dictionary<string, string> { ["b"] = "1" };
        });

        Assert.DoesNotContain("a", pod.Metadata.Labels.Keys);
        Assert.DoesNotContain("b", pod.Metadata.Annotations.Keys);
    }

    [Fact]
    public void A_head_says_which_operator_made_it()
    {
        var annotations = Sample.Head().Metadata.Annotations;

        Assert.Equal("1.2.3", annotations[RayAnnotations.OperatorVersion]);
        Assert.Equal("false", annotations[RayAnnotations.FaultToleranceEnabled]);
        Assert.Null(Sample.Worker().Metadata.Annotations);
    }

    [Fact]
    public void Annotations_of_the_template_stay()
    {
        var pod = Sample.Worker(cluster => cluster.Group().Template!.Metadata.Annotations = new Dictionary<string, string> { ["a"] = "1" });

        Assert.Equal("1", Assert.Single(pod.Metadata.Annotations).Value);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    public void The_wish_to_keep_commands_is_copied_from_the_cluster(string value)
    {
        var pod = Sample.Worker(cluster =>
            cluster.Metadata.Annotations = new Dictionary<string, string> { [RayAnnotations.OverwriteContainerCommand] = value });

        Assert.Equal("true", pod.Metadata.Annotations[RayAnnotations.OverwriteContainerCommand]);
    }

    [Fact]
    public void Pods_of_a_RayService_say_whether_they_serve()
    {
        static void MadeForService(RayCluster cluster) =>
            cluster.Metadata.Labels = new Dictionary<string, string> { [RayLabels.OriginatedFromKind] = "RayService" };

        Assert.Equal("false", Sample.Head(MadeForService).Metadata.Labels[RayLabels.Serve]);
        Assert.Equal("true", Sample.Worker(MadeForService).Metadata.Labels[RayLabels.Serve]);
        Assert.DoesNotContain(RayLabels.Serve, Sample.Head().Metadata.Labels.Keys);
    }
}
