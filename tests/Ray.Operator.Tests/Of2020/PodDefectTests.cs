using System.Text.Json;
using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.Tests.Desired;
using static Ray.Operator.Tests.Desired.Sample;

namespace Ray.Operator.Tests.Of2020;

/// <summary>
/// Defects of the operator of 2020 that could have lived on in pods and services, by their number in docs/migrating-from-2020.md. Each test
/// says what was wrong; those of conversion are in Ray.Api.Tests.
/// </summary>
public sealed class PodDefectTests
{
    [Fact]
    public void Defect_1_gone_a_template_without_labels_does_not_crash()
    {
        var pod = Converted.Head(cluster => cluster.HeadTemplate().Metadata = null);

        Assert.Equal("raycluster", pod.Metadata.Labels["rayClusterName"]);
    }

    [Fact]
    public void Defect_3_gone_labels_of_the_template_do_not_win_over_those_that_pods_are_found_by()
    {
        string[] keys = ["rayClusterName", "rayNodeType", "groupName", "identifier", RayLabels.Cluster, RayLabels.NodeType, RayLabels.Group];
        var pod = Converted.Worker(cluster => cluster.Group().Template!.Metadata.Labels = keys.ToDictionary(key => key, _ => "mine"));

        Assert.DoesNotContain("mine", keys.Select(key => pod.Metadata.Labels[key]));
    }

    [Theory]
    [InlineData("heterogeneous")]
    [InlineData("complete")]
    [InlineData("mini")]
    public void Defect_4_gone_building_pods_does_not_change_the_cluster(string sample)
    {
        var cluster = Converted.Sample(sample);
        var before = JsonSerializer.Serialize(cluster, RayJsonContext.Default.RayCluster);

        var head = HeadPod.Build(cluster, Settings);
        head.Metadata.Labels.Clear();
        head.Ray().Env.Clear();
        HeadService.Build(cluster, Settings).Spec.Ports.Clear();
        foreach (var group in cluster.Spec!.WorkerGroupSpecs ?? [])
        {
            WorkerPod.Build(cluster, group, Settings, null).Ray().Args = ["changed"];
        }

        Assert.Equal(before, JsonSerializer.Serialize(cluster, RayJsonContext.Default.RayCluster));
    }

    [Fact]
    public void Defect_8_gone_mounts_without_a_volume_are_neither_dropped_nor_moved_and_crash_nothing()
    {
        var pod = Converted.Head(cluster => cluster.HeadContainer().VolumeMounts =
            [.. new[] { "b", "missing", "a", "lost" }.Select(name => new V1VolumeMount { Name = name, MountPath = $"/{name}" })]);

        Assert.Equal(["b", "missing", "a", "lost", "shared-mem"], pod.Ray().VolumeMounts.Select(mount => mount.Name));
    }

    [Fact]
    public void Defect_14_gone_Ray_runs_in_the_container_that_the_documented_variable_names()
    {
        var pod = HeadPod.Build(Converted.Sample("complete"), Settings);

        Assert.Equal("ray-head", pod.Ray().Name);
        Assert.Contains("ray start --head", Assert.Single(pod.Ray().Args), StringComparison.Ordinal);
        Assert.Null(pod.Spec.Containers.Single(container => container.Name == "log-reader").Args);
    }

    // ShellTests runs the command, with Ray dying under it.
    [Fact]
    public void Defect_15_gone_no_endless_sleep_hides_that_Ray_is_dead_and_workers_run_their_command_beside_Ray()
    {
        var head = HeadPod.Build(Converted.Sample("heterogeneous"), Settings).Ray();
        var worker = Converted.Worker(cluster => cluster.WorkerContainer().Args = ["echo hello"]).Ray();

        Assert.All(new[] { head, worker }, container =>
        {
            Assert.DoesNotContain("sleep infinity", Assert.Single(container.Args), StringComparison.Ordinal);
            Assert.DoesNotContain("--block", container.Args[0], StringComparison.Ordinal);
            Assert.NotNull(container.LivenessProbe);
            Assert.NotNull(container.ReadinessProbe);
        });
    }

    [Fact]
    public void Defect_16_gone_flags_have_one_order_booleans_are_switches_and_no_flags_at_all_do_not_crash()
    {
        static string Command(IDictionary<string, string>? parameters) =>
            Converted.Worker(cluster => cluster.Group().RayStartParams = parameters).Ray().Env("KUBERAY_GEN_RAY_START_CMD")!;
        var first = Command(new Dictionary<string, string> { ["num-cpus"] = "1", ["head-less"] = "true", ["a"] = "b", ["off"] = "false" });
        var second = Command(new Dictionary<string, string> { ["off"] = "false", ["a"] = "b", ["head-less"] = "true", ["num-cpus"] = "1" });

        Assert.Equal(first, second);
        Assert.Contains(" --head-less ", first, StringComparison.Ordinal);
        Assert.DoesNotContain("off", first, StringComparison.Ordinal);
        Assert.Contains("--address=", Command(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Defect_17_gone_workers_ask_for_the_port_of_the_head_and_not_for_their_own()
    {
        var cluster = Converted.From(
            """
            metadata: {name: demo}
            spec:
              headService: {metadata: {name: svc}}
              headGroupSpec:
                rayStartParams: {port: "6380"}
                template: {spec: {containers: [{name: ray}]}}
              workerGroupsSpec:
                - groupName: small
                  rayStartParams: {port: "7000", address: "elsewhere:7000"}
                  template: {spec: {containers: [{name: ray}]}}
            """);
        var worker = WorkerPod.Build(cluster, cluster.Group(), Settings, null).Ray();

        Assert.Equal("6380", worker.Env("RAY_PORT"));
        Assert.Contains(" --address=demo-svc.default.svc.cluster.local:6380 ", Assert.Single(worker.Args), StringComparison.Ordinal);
        Assert.DoesNotContain("7000", worker.Args[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Defect_18_gone_no_template_puts_a_pod_into_another_namespace()
    {
        Assert.Equal("team", Converted.Head(c => c.HeadTemplate().Metadata.NamespaceProperty = "other").Metadata.NamespaceProperty);
        Assert.Equal("team", Converted.Worker(c => c.Group().Template!.Metadata.NamespaceProperty = "other").Metadata.NamespaceProperty);
    }

    [Fact]
    public void Defect_19_gone_a_service_without_a_name_has_no_name_that_ends_in_a_dash()
    {
        var cluster = Converted.From(
            """
            metadata: {name: demo}
            spec:
              headService: {metadata: {name: ""}}
              headGroupSpec: {rayStartParams: {}, template: {spec: {containers: [{name: ray}]}}}
            """);

        Assert.Equal("demo-head-svc", HeadService.Build(cluster, Settings).Metadata.Name);
    }

    [Fact]
    public void Defect_21_gone_a_volume_of_the_user_named_shared_mem_is_used_and_not_added_again()
    {
        var pod = Converted.Head(cluster => cluster.HeadTemplate().Spec.Volumes =
            [new() { Name = "shared-mem", EmptyDir = new() { Medium = "Memory", SizeLimit = new("3Gi") } }]);

        Assert.Equal("3Gi", Assert.Single(pod.Spec.Volumes).EmptyDir.SizeLimit.ToString());
        Assert.Equal("shared-mem", pod.Ray().VolumeMounts.Single(mount => mount.MountPath == "/dev/shm").Name);
    }

    [Fact]
    public void Defect_23_gone_long_names_never_make_a_pod_that_the_server_refuses()
    {
        static void Lengthen(RayCluster cluster)
        {
            cluster.Metadata.Name = new string('c', 200);
            cluster.Group().GroupName = new string('g', 90);
        }

        Assert.All(new[] { Converted.Head(Lengthen), Converted.Worker(Lengthen) }, pod =>
        {
            Assert.InRange(pod.Metadata.GenerateName.Length, 1, 58);
            string[] keys = ["rayClusterName", "rayNodeType", "groupName", "identifier"];
            Assert.All(keys, key => Assert.InRange(pod.Metadata.Labels[key].Length, 1, 63));
        });
    }

    [Fact]
    public void Defect_24_gone_no_empty_password_is_set_and_none_stands_in_a_command_line()
    {
        Assert.Null(Converted.Head().Ray().Env("REDIS_PASSWORD"));
        Assert.Null(Converted.Worker().Ray().Env("REDIS_PASSWORD"));

        var head = Converted.Head(cluster =>
            cluster.Spec!.HeadGroupSpec!.RayStartParams = new Dictionary<string, string> { ["redis-password"] = "LetMeInRay" });
        var text = JsonSerializer.Serialize(head, KubeJsonContext.Default.V1Pod);
        Assert.Equal(2, text.Split("LetMeInRay").Length);
    }
}
