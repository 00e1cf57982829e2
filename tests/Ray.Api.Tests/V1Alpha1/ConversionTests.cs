using System.Text.Json;
using Ray.Api.V1Alpha1;

namespace Ray.Api.Tests.V1Alpha1;

/// <summary>What a cluster of 2020 becomes in v1, and what clusters of v1 look like in v1alpha1.</summary>
public class ConversionTests
{
    private const string Minimal = """
        {"metadata":{"name":"mini"},"spec":{
          "headService":{"metadata":{"name":"my-svc"},"spec":{"ports":[{"name":"redis","port":80,"targetPort":6379}]}},
          "headGroupSpec":{"replicas":1,"rayStartParams":{"port":"6379"},"template":{"spec":{"containers":[{"name":"ray-head","image":"ray"}]}}},
          "workerGroupsSpec":[{"groupName":"small","replicas":2,"minReplicas":1,"maxReplicas":5,"rayStartParams":{"num-cpus":"1"},
            "scaleStrategy":{"workersToDelete":["mini-worker-small-abcde"]},"template":{"spec":{"containers":[{"name":"ray-worker"}]}}}],
          "rayVersion":"2.60.0"}}
        """;

    [Fact]
    public void A_cluster_of_2020_says_the_same_in_v1()
    {
        var hub = RayClusterConversion.ToHub(Spoke(Minimal));

        Assert.Equal("ray.io/v1", hub.ApiVersion);
        Assert.True(RayClusterOrigin.IsV1Alpha1(hub));
        var head = hub.Spec!.HeadGroupSpec!;
        Assert.Equal("mini-my-svc", head.HeadService!.Metadata.Name);
        Assert.Equal("None", head.HeadService.Spec.ClusterIP);
        Assert.Equal(80, Assert.Single(head.HeadService.Spec.Ports).Port);
        Assert.Equal("6379", head.RayStartParams!["port"]);
        Assert.Equal("ray-head", head.Template!.Spec.Containers[0].Name);
        var group = Assert.Single(hub.Spec.WorkerGroupSpecs!);
        Assert.Equal(("small", 2, 1, 5), (group.GroupName, group.Replicas, group.MinReplicas, group.MaxReplicas));
        Assert.Equal(["mini-worker-small-abcde"], group.ScaleStrategy!.WorkersToDelete!);
        Assert.Equal("2.60.0", hub.Spec.RayVersion);
    }

    [Fact]
    public void A_cluster_of_v1_is_no_cluster_of_2020_even_after_a_visit_to_v1alpha1()
    {
        var hub = Hub("""{"metadata":{"name":"c"},"spec":{"headGroupSpec":{"template":{"spec":{"containers":[{"name":"a"}]}}}}}""");
        var spoke = RayClusterConversion.FromHub(hub);

        Assert.Equal("v1", spoke.Metadata.Annotations[RayAnnotations.OriginVersion]);
        Assert.False(RayClusterOrigin.IsV1Alpha1(RayClusterConversion.ToHub(spoke)));
        Assert.Null(RayClusterConversion.ToHub(spoke).Metadata.Annotations);
    }

    [Fact]
    public void What_v1alpha1_demands_is_there_whatever_v1_left_out()
    {
        var hub = Hub("""{"metadata":{"name":"c"},"spec":{"headGroupSpec":{"template":{}},"workerGroupSpecs":[{"groupName":"a","template":{}}]}}""");
        var spec = RayClusterConversion.FromHub(hub).Spec!;

        Assert.Empty(spec.HeadService!);
        Assert.Equal(1, spec.HeadGroupSpec!.Replicas);
        Assert.Empty(spec.HeadGroupSpec.RayStartParams!);
        Assert.Empty(spec.WorkerGroupsSpec![0].RayStartParams!);
    }

    [Fact]
    public void Fields_of_v1_alone_survive_an_edit_in_v1alpha1()
    {
        var hub = Hub("""
            {"metadata":{"name":"c"},"spec":{"enableInTreeAutoscaling":true,"headGroupSpec":{"template":{"spec":{"containers":[{"name":"a"}]}}},
             "workerGroupSpecs":[{"groupName":"a","replicas":1,"numOfHosts":2,"template":{}},{"groupName":"b","replicas":1,"priority":3,"template":{}}]}}
            """);
        var spoke = RayClusterConversion.FromHub(hub);
        spoke.Spec!.WorkerGroupsSpec!.RemoveAt(0);
        spoke.Spec.WorkerGroupsSpec[0].Replicas = 4;
        spoke.Spec.WorkerGroupsSpec.Insert(0, new() { GroupName = "c", Replicas = 9, Template = [], RayStartParams = new Dictionary<string, string>() });

        var edited = RayClusterConversion.ToHub(spoke).Spec!;

        Assert.True(edited.EnableInTreeAutoscaling);
        Assert.Equal(["c", "b"], edited.WorkerGroupSpecs!.Select(group => group.GroupName));
        Assert.Equal([null, 3], edited.WorkerGroupSpecs!.Select(group => group.Priority));
        Assert.Equal([9, 4], edited.WorkerGroupSpecs!.Select(group => group.Replicas));
    }

    [Fact]
    public void Defaults_that_the_server_adds_to_v1_do_not_undo_what_v1alpha1_says()
    {
        var spoke = Spoke(Minimal.Replace("\"name\":\"redis\",", "", StringComparison.Ordinal));
        var hub = RayClusterConversion.ToHub(spoke);
        hub.Spec!.HeadGroupSpec!.HeadService!.Spec.Ports[0].Protocol = "TCP";
        hub.Spec.WorkerGroupSpecs![0].NumOfHosts = 1;

        var again = RayClusterConversion.FromHub(hub);

        Assert.Equal("my-svc", (string?)again.Spec!.HeadService!["metadata"]!["name"]);
        Assert.False(again.Spec.HeadService["spec"]!.AsObject().ContainsKey("clusterIP"));
        Assert.Equal(1, RayClusterConversion.ToHub(again).Spec!.WorkerGroupSpecs![0].NumOfHosts);
    }

    [Fact]
    public void An_edited_service_name_wins_in_both_versions()
    {
        var hub = RayClusterConversion.ToHub(Spoke(Minimal));
        hub.Spec!.HeadGroupSpec!.HeadService!.Metadata.Name = "elsewhere";
        var spoke = RayClusterConversion.FromHub(hub);
        Assert.Equal("elsewhere", (string?)spoke.Spec!.HeadService!["metadata"]!["name"]);
        Assert.Equal("elsewhere", RayClusterConversion.ToHub(spoke).Spec!.HeadGroupSpec!.HeadService!.Metadata.Name);

        spoke.Spec.HeadService["metadata"]!["name"] = "third";
        Assert.Equal("mini-third", RayClusterConversion.ToHub(spoke).Spec!.HeadGroupSpec!.HeadService!.Metadata.Name);
    }

    [Fact]
    public void Available_pods_are_counted_with_the_head()
    {
        var hub = Hub("""{"metadata":{"name":"c"},"status":{"availableWorkerReplicas":3,"state":"ready","head":{"podIP":"10.0.0.1"}}}""");
        var status = RayClusterConversion.FromHub(hub).Status!;

        Assert.Equal(4, status.AvailableReplicas);
        Assert.Equal("ready", status.State);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1,null,{},{\"at\":[]},{\"at\":[7],\"value\":1},{\"at\":[\"spec\",\"x\",\"y\"],\"value\":1},{\"at\":1}]")]
    [InlineData("[{\"at\":[\"spec\"],\"at\":[\"spec\"]}]")]
    [InlineData("[{\"at\":[\"spec\",\"suspend\"],\"value\":\"no boolean\"}]")]
    [InlineData("[{\"at\":[\"spec\",\"workerGroupSpecs\",\"groupName\"],\"seen\":[\"small\"],\"order\":[\"other\"]}]")]
    [InlineData("[{\"at\":[\"status\",\"state\"],\"value\":\"ready\"}]")]
    public void A_spoilt_annotation_counts_as_none(string annotation)
    {
        var spoke = Spoke(Minimal);
        var expected = Json(RayClusterConversion.ToHub(spoke));
        spoke.Metadata.Annotations = new Dictionary<string, string> { [RayAnnotations.Conversion] = annotation };

        Assert.Equal(expected, Json(RayClusterConversion.ToHub(spoke)));
    }

    [Theory]
    [InlineData("[{\"at\":[\"spec\",\"headService\",\"spec\"],\"value\":\"x\"}]")]
    [InlineData("[{\"at\":[\"spec\",\"headGroupSpec\",\"template\"],\"value\":{\"spec\":7}}]")]
    public void What_could_not_be_written_as_v1_again_counts_as_none(string annotation)
    {
        var hub = new Api.V1.RayCluster { Metadata = new() { Name = "c" }, Spec = new() { HeadGroupSpec = new() } };
        var expected = Json(RayClusterConversion.FromHub(hub));
        hub.Metadata.Annotations = new Dictionary<string, string> { [RayAnnotations.Conversion] = annotation };

        Assert.Equal(expected, Json(RayClusterConversion.FromHub(hub)));
    }

    [Theory]
    [InlineData("""{"spec":{"headGroupSpec":{"template":{"spec":{"containers":"none"}}}}}""", "spec.headGroupSpec.template")]
    [InlineData("""{"spec":{"headService":{"spec":{"ports":[{"port":"eighty"}]}}}}""", "spec.headService")]
    [InlineData("""{"spec":{"workerGroupsSpec":[{"template":{}},{"template":{"metadata":1}}]}}""", "spec.workerGroupsSpec[1].template")]
    public void What_is_no_template_is_refused_with_its_place(string json, string place) =>
        Assert.StartsWith(place, Assert.Throws<JsonException>(() => RayClusterConversion.ToHub(Spoke(json))).Message, StringComparison.Ordinal);

    private static RayCluster Spoke(string json) => JsonSerializer.Deserialize(json, RayV1Alpha1JsonContext.Default.RayCluster)!;

    private static Api.V1.RayCluster Hub(string json) => JsonSerializer.Deserialize(json, RayJsonContext.Default.RayCluster)!;

    private static string Json(RayCluster cluster) => JsonSerializer.Serialize(cluster, RayV1Alpha1JsonContext.Default.RayCluster);

    private static string Json(Api.V1.RayCluster cluster) => JsonSerializer.Serialize(cluster, RayJsonContext.Default.RayCluster);
}
