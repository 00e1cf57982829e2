using System.Text.Json;
using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.Tests.Desired;

/// <summary>
/// Those of the thirty most easily missed rules of KubeRay that are about objects. The number is that of the specification; the name says
/// whether the rule is kept.
/// </summary>
public sealed class EasilyMissedRuleTests
{
    [Fact]
    public void Rule_01_is_kept_the_Ray_container_is_always_the_first()
    {
        var pod = Sample.Head(cluster =>
        {
            cluster.HeadTemplate().Spec.Containers.Insert(0, new V1Container { Name = "first" });
            cluster.HeadTemplate().Spec.Containers[1].Env = [Sample.Var("RAY", "true")];
        });

        Assert.Contains("ray start", pod.Spec.Containers[0].Args[0], StringComparison.Ordinal);
        Assert.Null(pod.Spec.Containers[1].Args);
    }

    [Fact]
    public void Rule_02_is_kept_the_head_group_has_no_count() => Assert.Null(typeof(HeadGroupSpec).GetProperty("Replicas"));

    [Fact]
    public void Rule_03_is_kept_workers_are_bare_pods_with_a_generated_name()
    {
        var pod = Sample.Worker();

        Assert.Equal(("Pod", null, "raycluster-small-worker-"), (pod.Kind, pod.Metadata.Name, pod.Metadata.GenerateName));
        Assert.Equal("RayCluster", Assert.Single(pod.Metadata.OwnerReferences).Kind);
    }

    [Fact]
    public void Rule_15_is_kept_flags_are_sorted_and_block_is_forced()
    {
        var command = HeadCommand(("zeta", "1"), ("alpha", "1"), ("block", "false"));

        Assert.InRange(Position(command, "--block"), Position(command, "--alpha"), Position(command, "--zeta"));
        Assert.Contains(" --block ", command, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_16_is_kept_true_is_a_switch_and_false_is_dropped_save_for_three_flags()
    {
        var command = HeadCommand(("on", "true"), ("off", "false"), ("log-color", "false"), ("include-dashboard", "true"));

        Assert.Contains(" --on ", command, StringComparison.Ordinal);
        Assert.DoesNotContain("--off", command, StringComparison.Ordinal);
        Assert.Contains(" --log-color=false ", command, StringComparison.Ordinal);
        Assert.Contains(" --include-dashboard=true ", command, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_17_is_kept_the_command_of_the_user_runs_first() =>
        Assert.StartsWith(
            " echo  hello  && ulimit -n ${RAY_START_ULIMIT_OPEN_FILES:-65536}; ray start --head ",
            Sample.Head(cluster => (cluster.HeadContainer().Command, cluster.HeadContainer().Args) = (["echo"], ["hello"])).Ray().Args[0],
            StringComparison.Ordinal);

    [Fact]
    public void Rule_18_is_kept_a_command_that_starts_Ray_or_is_annotated_is_left_alone()
    {
        string[] mine = ["ray start --head --block"];
        Assert.Equal(mine, Sample.Head(cluster => cluster.HeadContainer().Command = mine).Ray().Command);

        var annotated = Sample.Head(cluster =>
        {
            cluster.Metadata.Annotations = new Dictionary<string, string> { [RayAnnotations.OverwriteContainerCommand] = "true" };
            cluster.HeadContainer().Command = ["mine"];
        });
        Assert.Equal(["mine"], annotated.Ray().Command);
        Assert.Null(annotated.Ray().Args);
    }

    [Fact]
    public void Rule_19_is_kept_only_a_default_head_service_is_headless()
    {
        Assert.Equal(("None", true), (Sample.Service().Spec.ClusterIP, Sample.Service().Spec.PublishNotReadyAddresses));
        Assert.Null(Sample.Service(cluster => cluster.Spec!.HeadGroupSpec!.ServiceType = "NodePort").Spec.ClusterIP);
        Assert.Null(Sample.Service(cluster => cluster.Spec!.HeadGroupSpec!.HeadService = new V1Service()).Spec.ClusterIP);
    }

    [Fact]
    public void Rule_20_is_kept_the_head_knows_itself_and_init_containers_know_its_service()
    {
        var pod = Sample.Head(cluster => cluster.HeadTemplate().Spec.InitContainers = [new V1Container { Name = "mine" }]);

        Assert.Null(pod.Ray().Env("RAY_IP"));
        Assert.Null(pod.Ray().Env("FQ_RAY_IP"));
        Assert.Equal("127.0.0.1:6379", pod.Ray().Env("RAY_ADDRESS"));
        Assert.Equal("raycluster-head-svc", pod.Spec.InitContainers[0].Env("RAY_IP"));
    }

    [Fact]
    public void Rule_21_is_kept_and_warned_of_options_without_a_mode_make_a_secret_and_demand_no_token()
    {
        var cluster = Sample.Cluster(cluster => cluster.Spec!.AuthOptions = new AuthOptions());

        Assert.NotNull(AuthSecret.Build(cluster, new byte[AuthSecret.TokenBytes]));
        Assert.Null(HeadPod.Build(cluster, Sample.Settings).Ray().Env("RAY_AUTH_MODE"));
        Assert.Contains(
            RayClusters.Validation.ClusterValidator.Validate(cluster, Sample.Settings).Warnings,
            warning => warning.Field == "spec.authOptions.mode");
    }

    [Fact]
    public void Rule_26_is_left_nothing_that_is_built_shares_anything_with_the_cluster()
    {
        var cluster = Sample.Cluster(cluster =>
        {
            cluster.Spec!.EnableInTreeAutoscaling = true;
            cluster.Spec.HeadGroupSpec!.RayStartParams = new Dictionary<string, string> { ["a"] = "b" };
            cluster.HeadContainer().Env = [Sample.Var("A", "1")];
        });
        var before = JsonSerializer.Serialize(cluster, RayJsonContext.Default.RayCluster);

        var pod = HeadPod.Build(cluster, Sample.Settings);
        pod.Ray().Env[0].Value = "changed";
        pod.Metadata.Labels.Clear();

        Assert.Equal(before, JsonSerializer.Serialize(cluster, RayJsonContext.Default.RayCluster));
    }

    [Fact]
    public void Rule_29_is_kept_names_of_objects_keep_their_end_and_names_of_pods_their_beginning()
    {
        var name = new string('a', 30) + "1" + new string('b', 22);
        var cluster = Sample.Cluster(cluster =>
        {
            cluster.Metadata.Name = name;
            cluster.Spec!.EnableInTreeAutoscaling = true;
        });

        Assert.Equal(name[3..], AutoscalerRole.NameOf(cluster));
        Assert.Equal(name[..50] + "-head-", HeadPod.Build(cluster, Sample.Settings).Metadata.GenerateName);
    }

    [Fact]
    public void Rule_30_is_kept_the_hash_is_of_all_but_the_scale_and_differs_from_KubeRays_by_its_length_and_version()
    {
        var head = Sample.Head();
        var hash = head.Metadata.Annotations[RayAnnotations.UpgradeStrategyRecreateHash];

        Assert.Matches("^[0-9a-f]{32}$", hash);
        Assert.Equal(hash, Hash(cluster => cluster.Group().Replicas = 7));
        Assert.Equal(hash, Hash(cluster => (cluster.Group().MinReplicas, cluster.Group().MaxReplicas) = (1, 9)));
        Assert.Equal(hash, Hash(cluster => cluster.Group().ScaleStrategy = new ScaleStrategy { WorkersToDelete = ["a"] }));
        Assert.Equal(hash, Hash(cluster => cluster.HeadTemplate().Spec.Tolerations = [new V1Toleration { Key = "a" }]));
        Assert.Equal(hash, Hash(cluster => cluster.Group().Template!.Spec.SchedulingGates = [new V1PodSchedulingGate { Name = "a" }]));
        Assert.Equal(hash, Hash(cluster => cluster.Spec!.UpgradeStrategy = new UpgradeStrategy { Type = UpgradeStrategyType.Recreate }));
        Assert.Equal(hash, Hash(cluster => cluster.Spec!.Suspend = false));
        Assert.Equal(hash, Hash(cluster => cluster.Group().RayStartParams = new Dictionary<string, string>()));
        Assert.NotEqual(hash, Hash(cluster => cluster.WorkerContainer().Image = "other"));
        Assert.NotEqual(hash, Hash(cluster => cluster.Spec!.RayVersion = "2.54.0"));
        Assert.NotEqual(hash, Hash(cluster => cluster.Spec!.WorkerGroupSpecs!.Clear()));
    }

    private static string Hash(Action<RayCluster> change) =>
        Sample.Head(change).Metadata.Annotations[RayAnnotations.UpgradeStrategyRecreateHash];

    private static string HeadCommand(params (string Name, string Value)[] parameters) => Sample.Head(cluster =>
        cluster.Spec!.HeadGroupSpec!.RayStartParams = parameters.ToDictionary(p => p.Name, p => p.Value)).Ray().Args[0];

    private static int Position(string text, string part) => text.IndexOf(part, StringComparison.Ordinal);
}
