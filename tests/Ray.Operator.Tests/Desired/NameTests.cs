namespace Ray.Operator.Tests.Desired;

public class NameTests
{
    [Fact]
    public void A_head_gets_a_generated_name()
    {
        var pod = Sample.Head();

        Assert.Equal("raycluster-head-", pod.Metadata.GenerateName);
        Assert.Null(pod.Metadata.Name);
    }

    [Fact]
    public void A_head_can_have_a_fixed_name()
    {
        var pod = Sample.Head(settings: Sample.Settings with { DeterministicHeadPodName = true });

        Assert.Equal("raycluster-head", pod.Metadata.Name);
        Assert.Null(pod.Metadata.GenerateName);
    }

    [Fact]
    public void The_template_may_name_the_head() =>
        Assert.Equal("mine", Sample.Head(cluster => cluster.HeadTemplate().Metadata.Name = "mine").Metadata.Name);

    [Fact]
    public void The_template_cannot_name_a_worker()
    {
        var pod = Sample.Worker(cluster => cluster.Group().Template!.Metadata.Name = "mine");

        Assert.Null(pod.Metadata.Name);
        Assert.Equal("raycluster-small-worker-", pod.Metadata.GenerateName);
    }

    [Fact]
    public void Long_names_are_cut_at_fifty_characters_and_lowered()
    {
        var pod = Sample.Worker(cluster => cluster.Group().GroupName = new string('G', 60));

        Assert.Equal("raycluster-" + new string('g', 39) + "-worker-", pod.Metadata.GenerateName);
    }

    [Fact]
    public void A_template_cannot_move_a_pod_to_another_namespace() =>
        Assert.Equal(
            "team", Sample.Head(cluster => cluster.HeadTemplate().Metadata.NamespaceProperty = "other").Metadata.NamespaceProperty);

    [Fact]
    public void Finalizers_of_the_template_stay() =>
        Assert.Equal(["a/b"], Sample.Head(cluster => cluster.HeadTemplate().Metadata.Finalizers = ["a/b"]).Metadata.Finalizers);

    [Fact]
    public void The_cluster_controls_its_pods()
    {
        var owner = Assert.Single(Sample.Worker().Metadata.OwnerReferences);

        Assert.Equal(("ray.io/v1", "RayCluster", "raycluster", "uid-1"), (owner.ApiVersion, owner.Kind, owner.Name, owner.Uid));
        Assert.True(owner.Controller);
        Assert.True(owner.BlockOwnerDeletion);
    }
}
