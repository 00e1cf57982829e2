using Ray.Api;
using Ray.Operator.RayClusters.Desired.Metadata;
using Ray.Operator.Tests.Desired;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Of2020;

/// <summary>Names and labels by which users of 2020 know their pods.</summary>
public sealed class MetadataTests
{
    [Fact]
    public void Pods_have_the_names_of_2020()
    {
        Assert.Equal("raycluster-head-", Converted.Head().Metadata.GenerateName);
        Assert.Equal("raycluster-worker-small-", Converted.Worker().Metadata.GenerateName);
    }

    [Fact]
    public void Names_are_lower_case() =>
        Assert.Equal("raycluster-worker-a.b-", Converted.Worker(cluster => cluster.Group().GroupName = "A.B").Metadata.GenerateName);

    [Theory]
    [InlineData(53, 1)]
    [InlineData(53, 63)]
    [InlineData(3, 63)]
    [InlineData(24, 25)]
    [InlineData(25, 25)]
    public void Long_names_of_cluster_and_group_are_cut_and_both_can_be_told(int cluster, int group)
    {
        var name = Converted.Worker(c =>
        {
            c.Metadata.Name = new string('c', cluster);
            c.Group().GroupName = new string('g', group);
        }).Metadata.GenerateName;

        // The server appends five characters; a host name has 63.
        Assert.InRange(name.Length, 1, 58);
        Assert.Matches("^c+-worker-g+-$", name);
        Assert.True(name.Count(letter => letter == 'g') >= Math.Min(group, 24));
        Assert.True(name.Count(letter => letter == 'c') >= Math.Min(cluster, 24));
    }

    [Theory]
    [InlineData("a.")]
    [InlineData("a-")]
    public void A_cut_leaves_no_dot_or_dash_before_the_suffix(string before)
    {
        var name = Converted.Worker(c => c.Group().GroupName = new string('g', 37) + before + "bcdefg").Metadata.GenerateName;

        Assert.Matches("^raycluster-worker-g+a-$", name);
    }

    [Fact]
    public void Pods_have_the_labels_of_2020_beside_those_of_today()
    {
        var head = Converted.Head().Metadata.Labels;
        var worker = Converted.Worker().Metadata.Labels;

        Assert.Equal(("raycluster", "head", "headgroup", "raycluster-head"), Of2020(head));
        Assert.Equal(("raycluster", "worker", "small", "raycluster-worker"), Of2020(worker));
        Assert.Equal(Desired.Sample.Head().Metadata.Labels, head.Where(label => !s_labels.Contains(label.Key)).ToDictionary());
        Assert.Equal(Desired.Sample.Worker().Metadata.Labels, worker.Where(label => !s_labels.Contains(label.Key)).ToDictionary());
    }

    [Fact]
    public void Clusters_of_v1_have_none_of_them() =>
        Assert.DoesNotContain(Desired.Sample.Worker().Metadata.Labels.Keys, s_labels.Contains);

    [Fact]
    public void A_change_of_origin_is_a_change_of_the_pods()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1));
        var ofV1 = SpecHash.Of(cluster);

        Assert.NotEqual(ofV1, SpecHash.Of(cluster.Mark()));
        Assert.Equal(SpecHash.Of(Clusters.Cluster(Clusters.Group("a", 7)).Mark()), SpecHash.Of(cluster));
        cluster.Metadata.Annotations["note"] = "changed";
        cluster.Metadata.Annotations.Remove(RayAnnotations.OriginVersion);
        Assert.Equal(ofV1, SpecHash.Of(cluster));
    }

    private static readonly string[] s_labels = ["rayClusterName", "rayNodeType", "groupName", "identifier"];

    private static (string Cluster, string Type, string Group, string Identifier) Of2020(IDictionary<string, string> labels) =>
        (labels[s_labels[0]], labels[s_labels[1]], labels[s_labels[2]], labels[s_labels[3]]);
}
