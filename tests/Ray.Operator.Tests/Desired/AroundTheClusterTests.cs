using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.Tests.Desired;

/// <summary>Whole objects around the pods, as they go to the API server.</summary>
public class AroundTheClusterTests
{
    private static readonly byte[] s_token = [.. Enumerable.Range(0, AuthSecret.TokenBytes).Select(i => (byte)i)];

    [Fact]
    public void A_plain_cluster_has_none_of_them()
    {
        var cluster = Sample.Cluster();

        Assert.Null(AuthSecret.Build(cluster, s_token));
        Assert.Null(AutoscalerServiceAccount.Build(cluster));
        Assert.Null(AutoscalerRole.Build(cluster));
        Assert.Null(AutoscalerRoleBinding.Build(cluster));
        Assert.Null(DashboardIngress.Build(cluster, Sample.Settings));
        Assert.Null(GcsVolumeClaim.Build(cluster));
        Assert.Null(HeadlessWorkerService.Build(cluster));
        Assert.Empty(NetworkPolicies.Build(cluster));
        Assert.Null(RedisCleanupJob.Build(cluster, Sample.Settings));
        Assert.Null(ServeService.Build(cluster, Sample.Settings));
    }

    [Fact]
    public void Serve_service() =>
        Golden.Matches(
            "serve-service",
            ServeService.Build(
                Sample.Cluster(cluster => cluster.Metadata.Annotations = Map(RayAnnotations.EnableServeService, "true")), Sample.Settings)!,
            KubeJsonContext.Default.V1Service);

    [Fact]
    public void Headless_worker_service() =>
        Golden.Matches(
            "headless-worker-service",
            HeadlessWorkerService.Build(Sample.Cluster(cluster => cluster.Group().NumOfHosts = 2))!,
            KubeJsonContext.Default.V1Service);

    [Fact]
    public void Dashboard_ingress() =>
        Golden.Matches(
            "dashboard-ingress",
            DashboardIngress.Build(
                Sample.Cluster(cluster =>
                {
                    cluster.Metadata.Annotations = new Dictionary<string, string>
                    {
                        ["kubernetes.io/ingress.class"] = "nginx",
                        ["kubectl.kubernetes.io/last-applied-configuration"] = "{}",
                        ["nginx.ingress.kubernetes.io/rewrite-target"] = "/$1",
                    };
                    cluster.Spec!.HeadGroupSpec!.EnableIngress = true;
                    cluster.Spec.HeadGroupSpec.IngressOptions = new IngressOptions
                    {
                        Host = "ray.example.com",
                        Path = "/dashboard",
                        PathType = IngressPathType.Exact,
                        Tls = [new V1IngressTLS { Hosts = ["ray.example.com"], SecretName = "ray-tls" }],
                    };
                }),
                Sample.Settings)!,
            KubePolicyJsonContext.Default.V1Ingress);

    [Fact]
    public void Authentication_secret() =>
        Golden.Matches(
            "authentication-secret",
            AuthSecret.Build(Sample.Cluster(cluster => cluster.Spec!.AuthOptions = new AuthOptions { Mode = AuthMode.Token }), s_token)!,
            KubeJsonContext.Default.V1Secret);

    [Fact]
    public void Autoscaler_service_account() =>
        Golden.Matches(
            "autoscaler-service-account", AutoscalerServiceAccount.Build(Autoscaled())!, KubeJsonContext.Default.V1ServiceAccount);

    [Fact]
    public void Autoscaler_role() =>
        Golden.Matches("autoscaler-role", AutoscalerRole.Build(Autoscaled())!, KubePolicyJsonContext.Default.V1Role);

    [Fact]
    public void Autoscaler_role_binding() =>
        Golden.Matches("autoscaler-role-binding", AutoscalerRoleBinding.Build(Autoscaled())!, KubePolicyJsonContext.Default.V1RoleBinding);

    [Fact]
    public void Redis_cleanup_job() =>
        Golden.Matches(
            "redis-cleanup-job",
            RedisCleanupJob.Build(
                Sample.Cluster(cluster => cluster.Spec!.GcsFaultToleranceOptions = new GcsFaultToleranceOptions
                {
                    RedisAddress = "redis:6379",
                    RedisPassword = new RedisCredential
                    {
                        ValueFrom = new V1EnvVarSource { SecretKeyRef = new V1SecretKeySelector { Name = "redis", Key = "password" } },
                    },
                }),
                Sample.Settings)!,
            KubeWorkloadsJsonContext.Default.V1Job);

    [Fact]
    public void Gcs_volume_claim() =>
        Golden.Matches(
            "gcs-volume-claim",
            GcsVolumeClaim.Build(Sample.Cluster(cluster => cluster.Spec!.GcsFaultToleranceOptions = new GcsFaultToleranceOptions
            {
                Backend = GcsFaultToleranceBackend.RocksDb,
                Storage = new GcsEmbeddedStorage { Size = new ResourceQuantity("5Gi"), StorageClassName = "fast" },
            }))!,
            KubeJsonContext.Default.V1PersistentVolumeClaim);

    private static RayCluster Autoscaled() => Sample.Cluster(cluster => cluster.Spec!.EnableInTreeAutoscaling = true);

    private static Dictionary<string, string> Map(string key, string value) => new() { [key] = value };
}
