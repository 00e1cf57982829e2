using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using Ray.Api.V1Alpha1;

namespace Ray.Api.Tests.V1Alpha1;

/// <summary>Defects of the operator of 2020 that conversion or the definition could have kept alive. Each test says what was wrong.</summary>
public class DefectTests
{
    private const string Generated = "ulimit -n 65536; ray start --head  --port=6379  --num-cpus=1 ";

    [Fact]
    public void A_template_without_labels_does_not_crash()
    {
        Assert.Null(HeadTemplate("""{"spec":{"containers":[{"name":"a"}]}}""").Metadata);
        Assert.Null(HeadTemplate("""{"metadata":{},"spec":{"containers":[{"name":"a"}]}}""").Metadata.Labels);
    }

    [Fact]
    public void A_template_with_the_label_headGroup_needs_no_mending() =>
        Assert.Equal("headGroup", HeadTemplate("""{"metadata":{"labels":{"groupName":"headGroup"}}}""").Metadata.Labels["groupName"]);

    [Theory]
    [InlineData(Generated + "&& sleep infinity", null)]
    [InlineData("ulimit -n 65536; ray start --block  --address=mini-svc:6379  && sleep infinity", null)]
    [InlineData(Generated + "; python a.py; echo done && sleep infinity", "python a.py; echo done")]
    public void What_was_made_for_pods_does_not_stay_in_the_template(string args, string? users)
    {
        var container = new JsonObject
        {
            ["name"] = "ray",
            ["command"] = new JsonArray("/bin/bash", "-c", "--"),
            ["args"] = new JsonArray(args),
            ["env"] = Env(("RAY_IP", "127.0.0.1"), ("MINE", "1"), ("RAY_PORT", "6379"), ("REDIS_PASSWORD", "")),
            ["volumeMounts"] = new JsonArray(Mount("data"), Mount("shared-mem")),
        };
        var ray = HeadTemplate(Template(container)).Spec.Containers[0];

        Assert.Equal(users is null ? null : [users], ray.Args);
        Assert.Equal(users is null ? null : ["/bin/bash", "-c", "--"], ray.Command);
        Assert.Equal(["MINE"], ray.Env.Select(variable => variable.Name));
        Assert.Equal(["data"], ray.VolumeMounts.Select(mount => mount.Name));
    }

    [Fact]
    public void What_users_wrote_themselves_stays_in_the_template()
    {
        var container = new JsonObject
        {
            ["name"] = "ray",
            ["command"] = new JsonArray("/bin/bash", "-c", "--"),
            ["args"] = new JsonArray("ray start --head --block"),
            ["env"] = Env(("RAY_IP", "10.0.0.7")),
            ["volumeMounts"] = new JsonArray(Mount("shared-mem")),
        };
        var template = JsonNode.Parse(Template(container))!;
        template["spec"]!["volumes"] = new JsonArray(new JsonObject { ["name"] = "shared-mem", ["emptyDir"] = new JsonObject() });
        var ray = HeadTemplate(template.ToJsonString()).Spec.Containers[0];

        Assert.Equal(["ray start --head --block"], ray.Args);
        Assert.Equal("RAY_IP", Assert.Single(ray.Env).Name);
        Assert.Equal("shared-mem", Assert.Single(ray.VolumeMounts).Name);
    }

    [Fact]
    public void Mounts_are_neither_dropped_nor_sorted()
    {
        var container = new JsonObject { ["name"] = "ray", ["volumeMounts"] = new JsonArray(Mount("b"), Mount("missing"), Mount("a"), Mount("lost")) };

        Assert.Equal(["b", "missing", "a", "lost"], HeadTemplate(Template(container)).Spec.Containers[0].VolumeMounts.Select(mount => mount.Name));
    }

    [Fact]
    public void The_status_is_a_subresource_so_that_writing_it_never_touches_the_spec() =>
        Assert.NotNull(Version("v1alpha1")["subresources"]!["status"]);

    [Fact]
    public void Absent_numbers_and_parameters_do_not_crash()
    {
        var hub = ToHub("""{"metadata":{"name":"c"},"spec":{"headService":{},"headGroupSpec":{},"workerGroupsSpec":[{"groupName":"a"}]}}""");

        var group = Assert.Single(hub.Spec!.WorkerGroupSpecs!);
        Assert.Null(group.Replicas);
        Assert.Null(group.RayStartParams);
        Assert.Null(hub.Spec.HeadGroupSpec!.Template);
    }

    [Fact]
    public void There_is_one_head_whatever_replicas_says_and_the_number_is_kept()
    {
        var spoke = Spoke("""{"metadata":{"name":"c"},"spec":{"headService":{},"headGroupSpec":{"replicas":3}}}""");

        Assert.Equal(3, RayClusterConversion.FromHub(RayClusterConversion.ToHub(spoke)).Spec!.HeadGroupSpec!.Replicas);
    }

    [Theory]
    [InlineData("RAY", "true")]
    [InlineData("ray", "true")]
    [InlineData("RAY", "True")]
    public void The_documented_variable_chooses_the_Ray_container(string name, string value)
    {
        var chosen = new JsonObject { ["name"] = "chosen", ["env"] = Env((name, value)) };
        var containers = HeadTemplate(Template(new() { ["name"] = "first" }, new() { ["name"] = "second" }, chosen)).Spec.Containers;

        Assert.Equal(["chosen", "first", "second"], containers.Select(container => container.Name));
    }

    [Fact]
    public void Without_the_variable_the_first_container_is_Rays() => Assert.Equal(
        ["first", "second"],
        HeadTemplate(Template(new() { ["name"] = "first" }, new() { ["name"] = "second", ["env"] = Env(("RAY", "false")) })).Spec.Containers.Select(container => container.Name));

    [Fact]
    public void Workers_go_where_the_head_is_and_not_where_their_own_parameters_say()
    {
        const string Json = """
            {"metadata":{"name":"c"},"spec":{"headService":{},"headGroupSpec":{"rayStartParams":{"port":"6380"}},
             "workerGroupsSpec":[{"groupName":"a","rayStartParams":{"port":"6379","address":"old:6379","num-cpus":"1"}}]}}
            """;
        var hub = ToHub(Json);

        Assert.Equal(["num-cpus"], hub.Spec!.WorkerGroupSpecs![0].RayStartParams!.Keys);
        Assert.Equal("6380", hub.Spec.HeadGroupSpec!.RayStartParams!["port"]);
        Assert.Equal(3, RayClusterConversion.FromHub(hub).Spec!.WorkerGroupsSpec![0].RayStartParams!.Count);
    }

    [Fact]
    public void No_template_leads_into_another_namespace()
    {
        const string Json = """
            {"metadata":{"name":"c","namespace":"own"},"spec":{"headService":{"metadata":{"name":"s","namespace":"other"}},
             "headGroupSpec":{"template":{"metadata":{"namespace":"other"}}},
             "workerGroupsSpec":[{"groupName":"a","template":{"metadata":{"namespace":"other"}}}]}}
            """;
        var spec = ToHub(Json).Spec!;

        Assert.Null(spec.HeadGroupSpec!.Template!.Metadata.NamespaceProperty);
        Assert.Null(spec.HeadGroupSpec.HeadService!.Metadata.NamespaceProperty);
        Assert.Null(spec.WorkerGroupSpecs![0].Template!.Metadata.NamespaceProperty);
    }

    [Theory]
    [InlineData("my-svc", "ray-my-svc")]
    [InlineData("ray-my-svc", "ray-my-svc")]
    [InlineData("ray2-svc", "ray-ray2-svc")]
    [InlineData("ray", "ray")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void The_service_is_named_after_its_own_cluster(string? name, string? expected)
    {
        var service = new JsonObject { ["metadata"] = new JsonObject() };
        if (name is not null)
        {
            service["metadata"]!["name"] = name;
        }

        Assert.Equal(expected, Service(service).Metadata.Name);
    }

    [Theory]
    [InlineData(null, null, "None")]
    [InlineData("ClusterIP", null, "None")]
    [InlineData("NodePort", null, null)]
    [InlineData("LoadBalancer", null, null)]
    [InlineData("ClusterIP", "10.0.0.9", "10.0.0.9")]
    public void A_service_that_needs_an_address_may_have_one(string? type, string? address, string? expected)
    {
        var spec = new JsonObject();
        if (type is not null)
        {
            spec["type"] = type;
        }

        if (address is not null)
        {
            spec["clusterIP"] = address;
        }

        Assert.Equal(expected, Service(new() { ["spec"] = spec }).Spec.ClusterIP);
    }

    [Fact]
    public void A_service_without_ports_has_that_of_redis() => Assert.Equal(
        ("redis", 6379), Service([]).Spec.Ports.Select(port => (port.Name, port.Port)).Single());

    [Fact]
    public void What_could_never_work_is_refused_by_the_schema()
    {
        var group = Version("v1alpha1")["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!["properties"]!["workerGroupsSpec"]!["items"]!;

        Assert.Equal(63, (int?)group["properties"]!["groupName"]!["maxLength"]);
        Assert.Equal(0, (int?)group["properties"]!["replicas"]!["minimum"]);
        Assert.Contains("minReplicas <= self.maxReplicas", group["x-kubernetes-validations"]!.ToJsonString().Replace("\\u003C", "<", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_definition_is_small_enough_for_kubectl_apply()
    {
        // kubectl keeps the whole manifest in an annotation, of which the server takes 262,144 bytes with all others.
        Assert.InRange(Api.V1.RayCluster.CustomResourceDefinition.Length, 1, 250_000);
        Assert.Equal("apiextensions.k8s.io/v1", (string?)Definition()["apiVersion"]);
        Assert.Equal(["v1", "v1alpha1"], Definition()["spec"]!["versions"]!.AsArray().Select(version => (string?)version!["name"]));
        Assert.True((bool)Version("v1")["storage"]!);
    }

    private static JsonNode Definition() => JsonNode.Parse(Api.V1.RayCluster.CustomResourceDefinition)!;

    private static JsonNode Version(string name) => Definition()["spec"]!["versions"]!.AsArray().Single(version => (string?)version!["name"] == name)!;

    private static JsonArray Env(params (string Name, string Value)[] variables) =>
        new([.. variables.Select(variable => new JsonObject { ["name"] = variable.Name, ["value"] = variable.Value })]);

    private static JsonObject Mount(string name) => new() { ["name"] = name, ["mountPath"] = $"/{name}" };

    private static string Template(params JsonObject[] containers) =>
        new JsonObject { ["spec"] = new JsonObject { ["containers"] = new JsonArray([.. containers]) } }.ToJsonString();

    private static V1PodTemplateSpec HeadTemplate(string template) =>
        ToHub($$"""{"metadata":{"name":"c"},"spec":{"headService":{},"headGroupSpec":{"template": {{template}} } } }""").Spec!.HeadGroupSpec!.Template!;

    private static V1Service Service(JsonObject service) =>
        ToHub($$"""{"metadata":{"name":"ray"},"spec":{"headGroupSpec":{},"headService": {{service.ToJsonString()}} } }""").Spec!.HeadGroupSpec!.HeadService!;

    private static Api.V1.RayCluster ToHub(string json) => RayClusterConversion.ToHub(Spoke(json));

    private static RayCluster Spoke(string json) => JsonSerializer.Deserialize(json, RayV1Alpha1JsonContext.Default.RayCluster)!;
}
