using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;

namespace Ray.Operator.Tests.Desired;

public class EnvironmentTests
{
    [Theory]
    [InlineData("FQ_RAY_IP", "raycluster-head-svc.team.svc.cluster.local")]
    [InlineData("RAY_IP", "raycluster-head-svc")]
    [InlineData("RAY_CLUSTER_NAME", "metadata.labels['ray.io/cluster']")]
    [InlineData("RAY_CLUSTER_NAMESPACE", "metadata.namespace")]
    [InlineData("RAY_CLOUD_INSTANCE_ID", "metadata.name")]
    [InlineData("RAY_NODE_TYPE_NAME", "metadata.labels['ray.io/group']")]
    [InlineData("RAY_PORT", "6379")]
    [InlineData("RAY_ADDRESS", "raycluster-head-svc.team.svc.cluster.local:6379")]
    [InlineData("RAY_USAGE_STATS_KUBERAY_IN_USE", "1")]
    [InlineData("RAY_USAGE_STATS_EXTRA_TAGS", null)]
    [InlineData("RAY_DASHBOARD_ENABLE_K8S_DISK_USAGE", "1")]
    public void A_worker_knows(string name, string? value) => Assert.Equal(value, Sample.Worker().Ray().Env(name));

    [Theory]
    [InlineData("FQ_RAY_IP", null)]
    [InlineData("RAY_IP", null)]
    [InlineData("RAY_CLUSTER_NAME", "metadata.labels['ray.io/cluster']")]
    [InlineData("RAY_CLUSTER_NAMESPACE", "metadata.namespace")]
    [InlineData("RAY_CLOUD_INSTANCE_ID", "metadata.name")]
    [InlineData("RAY_NODE_TYPE_NAME", "metadata.labels['ray.io/group']")]
    [InlineData("RAY_PORT", "6379")]
    [InlineData("RAY_ADDRESS", "127.0.0.1:6379")]
    [InlineData("RAY_USAGE_STATS_KUBERAY_IN_USE", "1")]
    [InlineData("RAY_USAGE_STATS_EXTRA_TAGS", "kuberay_version=1.2.3;kuberay_crd=RayCluster")]
    [InlineData("RAY_DASHBOARD_ENABLE_K8S_DISK_USAGE", "1")]
    public void A_head_knows(string name, string? value) => Assert.Equal(value, Sample.Head().Ray().Env(name));

    [Theory]
    [InlineData("RAY_PORT")]
    [InlineData("RAY_ADDRESS")]
    [InlineData("RAY_USAGE_STATS_KUBERAY_IN_USE")]
    [InlineData("RAY_DASHBOARD_ENABLE_K8S_DISK_USAGE")]
    public void The_user_wins(string name)
    {
        Assert.Equal("mine", Sample.Head(cluster => cluster.HeadContainer().Env = [Sample.Var(name, "mine")]).Ray().Env(name));
        Assert.Equal("mine", Sample.Worker(cluster => cluster.WorkerContainer().Env = [Sample.Var(name, "mine")]).Ray().Env(name));
    }

    [Theory]
    [InlineData("FQ_RAY_IP")]
    [InlineData("RAY_IP")]
    [InlineData("RAY_CLUSTER_NAME")]
    [InlineData("RAY_CLUSTER_NAMESPACE")]
    [InlineData("RAY_CLOUD_INSTANCE_ID")]
    [InlineData("RAY_NODE_TYPE_NAME")]
    [InlineData("KUBERAY_GEN_RAY_START_CMD")]
    public void The_operator_wins_and_takes_the_place_of_the_user(string name)
    {
        V1EnvVar[] given = [Sample.Var("FIRST", "1"), Sample.Var(name, "mine"), Sample.Var("LAST", "1"), Sample.Var(name, "again")];
        var env = Sample.Worker(cluster => cluster.WorkerContainer().Env = given).Ray().Env;

        Assert.Equal(["FIRST", name, "LAST"], env.Take(3).Select(variable => variable.Name));
        Assert.NotEqual("mine", env[1].Value);
        Assert.Single(env, variable => variable.Name == name);
    }

    [Fact]
    public void The_operator_wins_the_usage_tags_of_a_head() =>
        Assert.Equal(
            "kuberay_version=1.2.3;kuberay_crd=RayJob",
            Sample.Head(cluster =>
            {
                cluster.Metadata.Labels = new Dictionary<string, string> { [RayLabels.OriginatedFromKind] = "RayJob" };
                cluster.HeadContainer().Env = [Sample.Var("RAY_USAGE_STATS_EXTRA_TAGS", "mine")];
            }).Ray().Env("RAY_USAGE_STATS_EXTRA_TAGS"));

    [Fact]
    public void The_variables_of_a_head_stand_in_the_order_of_KubeRay() =>
        Assert.Equal(
            [
                "MINE", "RAY_enable_autoscaler_v2", "RAY_external_storage_namespace", "RAY_REDIS_ADDRESS", "REDIS_USERNAME",
                "REDIS_PASSWORD", "RAY_AUTH_MODE", "RAY_AUTH_TOKEN", "INSTALLATION", "RAY_CLUSTER_NAME", "RAY_CLUSTER_NAMESPACE",
                "RAY_CLOUD_INSTANCE_ID", "RAY_NODE_TYPE_NAME", "KUBERAY_GEN_RAY_START_CMD", "RAY_PORT",
                "RAY_timeout_ms_task_wait_for_death_info", "RAY_gcs_server_request_timeout_seconds", "RAY_SERVE_KV_TIMEOUT_S",
                "RAY_ADDRESS", "RAY_USAGE_STATS_KUBERAY_IN_USE", "RAY_USAGE_STATS_EXTRA_TAGS", "RAY_DASHBOARD_ENABLE_K8S_DISK_USAGE",
            ],
            Sample.Head(WithEverything, WithVariable).Ray().Env.Select(variable => variable.Name));

    [Fact]
    public void The_variables_of_a_worker_stand_in_the_order_of_KubeRay() =>
        Assert.Equal(
            [
                "MINE", "RAY_gcs_rpc_server_reconnect_timeout_s", "RAY_AUTH_MODE", "RAY_AUTH_TOKEN", "INSTALLATION", "FQ_RAY_IP", "RAY_IP",
                "RAY_CLUSTER_NAME", "RAY_CLUSTER_NAMESPACE", "RAY_CLOUD_INSTANCE_ID", "RAY_NODE_TYPE_NAME", "KUBERAY_GEN_RAY_START_CMD",
                "RAY_PORT", "RAY_timeout_ms_task_wait_for_death_info", "RAY_gcs_server_request_timeout_seconds", "RAY_SERVE_KV_TIMEOUT_S",
                "RAY_ADDRESS", "RAY_USAGE_STATS_KUBERAY_IN_USE", "RAY_DASHBOARD_ENABLE_K8S_DISK_USAGE",
            ],
            Sample.Worker(WithEverything, WithVariable).Ray().Env.Select(variable => variable.Name));

    [Fact]
    public void The_port_of_the_head_reaches_all()
    {
        static void OnPort(RayCluster cluster) =>
            cluster.Spec!.HeadGroupSpec!.RayStartParams = new Dictionary<string, string> { ["port"] = "7000" };

        Assert.Equal("7000", Sample.Head(OnPort).Ray().Env("RAY_PORT"));
        Assert.Equal("127.0.0.1:7000", Sample.Head(OnPort).Ray().Env("RAY_ADDRESS"));
        Assert.Equal("raycluster-head-svc.team.svc.cluster.local:7000", Sample.Worker(OnPort).Ray().Env("RAY_ADDRESS"));
    }

    [Fact]
    public void A_named_head_service_and_another_domain_reach_the_workers()
    {
        var worker = Sample.Worker(
            cluster => cluster.Spec!.HeadGroupSpec!.HeadService = new V1Service { Metadata = new V1ObjectMeta { Name = "mine" } },
            Sample.Settings with { ClusterDomain = "example.org" });

        Assert.Equal("mine", worker.Ray().Env("RAY_IP"));
        Assert.Equal("mine.team.svc.example.org", worker.Ray().Env("FQ_RAY_IP"));
    }

    [Fact]
    public void The_generated_command_is_shown_without_the_ulimit()
    {
        var command = Sample.Head().Ray().Env("KUBERAY_GEN_RAY_START_CMD");

        Assert.StartsWith("ray start --head  --block ", command, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_containers_know_the_head_and_other_containers_get_nothing()
    {
        var pod = Sample.Head(cluster =>
        {
            var spec = cluster.HeadTemplate().Spec;
            spec.Containers.Add(new V1Container { Name = "sidecar" });
            spec.InitContainers = [new V1Container { Name = "mine", Env = [Sample.Var("RAY_IP", "mine")] }];
        });

        Assert.Equal("raycluster-head-svc", pod.Spec.InitContainers[0].Env("RAY_IP"));
        Assert.Equal("raycluster-head-svc.team.svc.cluster.local", pod.Spec.InitContainers[0].Env("FQ_RAY_IP"));
        Assert.Null(pod.Spec.Containers[1].Env);
    }

    private static OperatorSettings WithVariable { get; } =
        Sample.Settings with { DefaultContainerEnvironment = [Sample.Var("INSTALLATION", "1")] };

    private static void WithEverything(RayCluster cluster)
    {
        cluster.Metadata.Labels = new Dictionary<string, string> { [RayLabels.OriginatedFromKind] = "RayService" };
        cluster.Spec!.EnableInTreeAutoscaling = true;
        cluster.Spec.AutoscalerOptions = new AutoscalerOptions { Version = AutoscalerVersion.V2 };
        cluster.Spec.AuthOptions = new AuthOptions { Mode = AuthMode.Token };
        cluster.Spec.GcsFaultToleranceOptions = new GcsFaultToleranceOptions
        {
            RedisAddress = "redis:6379",
            RedisUsername = new RedisCredential { Value = "me" },
            RedisPassword = new RedisCredential { Value = "secret" },
        };
        cluster.HeadContainer().Env = [Sample.Var("MINE", "1")];
        cluster.WorkerContainer().Env = [Sample.Var("MINE", "1")];
    }

    [Theory]
    [InlineData("RAY_timeout_ms_task_wait_for_death_info", "0")]
    [InlineData("RAY_gcs_server_request_timeout_seconds", "5")]
    [InlineData("RAY_SERVE_KV_TIMEOUT_S", "5")]
    public void A_RayService_gets_short_timeouts(string name, string value)
    {
        static void MadeForService(RayCluster cluster) =>
            cluster.Metadata.Labels = new Dictionary<string, string> { [RayLabels.OriginatedFromKind] = "RayService" };

        Assert.Equal(value, Sample.Head(MadeForService).Ray().Env(name));
        Assert.Equal(value, Sample.Worker(MadeForService).Ray().Env(name));
        Assert.Null(Sample.Head().Ray().Env(name));
    }
}
