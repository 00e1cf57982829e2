using System.Text.Json;
using CsCheck;
using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.RayClusters.Validation;

namespace Ray.Operator.Tests.Desired;

/// <summary>Whatever stands in a cluster, validating and building neither throw nor change it, and give the same twice.</summary>
public class PurityTests
{
    private static readonly Gen<string> s_text = OneOf(
        "", " ", "a", "'", "\"", "{", "true", "False", "ray start", "-1", "1e99999999", "9Ei", "500m", "port", "labels", "resources",
        "block", "plasma-directory", "dashboard-agent-listen-port", "dashboard-port", "RAY_IP", "RAY_ADDRESS", "metrics", "/dev/shm",
        "shared-mem", "ray.io/group",
        "ray.io/originated-from-crd", "RayService", "ray.io/overwrite-container-cmd", "nvidia.com/gpu", "google.com/tpu", "cpu",
        "ray.io/ft-enabled", "ray.io/enable-serve-service", "ray.io/external-storage-namespace", "autoscaler", "gcs-storage", "rocksdb",
        "redis", "redis-password", "$SECRET", "token", "v1", "v2", "DenyAll", "2.56.0", "small");

    private static readonly Gen<string?> s_maybeText = Maybe(s_text);

    private static readonly Gen<IDictionary<string, string>?> s_map = Maybe(
        Gen.Dictionary(s_text, s_maybeText)[0, 4].Select(map => (IDictionary<string, string>)map!));

    private static readonly Gen<IDictionary<string, ResourceQuantity>?> s_quantities = Maybe(
        Gen.Dictionary(s_text, OneOf("0", "1", "500m", "2Gi").Select(text => new ResourceQuantity(text)))[0, 3]
            .Select(map => (IDictionary<string, ResourceQuantity>)map));

    private static readonly Gen<V1Container?> s_container = Maybe(
        Gen.Select(s_maybeText, List(s_maybeText), List(Variable()), List(Port()), List(Mount()), s_quantities, s_quantities)
            .Select((name, command, env, ports, mounts, limits, requests) => new V1Container
            {
                Name = name,
                Command = command!,
                Args = command!,
                Env = env!,
                Ports = ports!,
                VolumeMounts = mounts!,
                Resources = limits is null && requests is null ? null : new V1ResourceRequirements { Limits = limits, Requests = requests },
            }));

    private static readonly Gen<V1PodTemplateSpec?> s_template = Maybe(
        Gen.Select(Maybe(Metadata()), List(s_container), List(s_container), Gen.Bool)
            .Select((metadata, containers, initContainers, hasSpec) => new V1PodTemplateSpec
            {
                Metadata = metadata,
                Spec = hasSpec ? new V1PodSpec { Containers = containers!, InitContainers = initContainers! } : null,
            }));

    private static readonly Gen<V1Service?> s_service = Maybe(
        Gen.Select(Maybe(Metadata()), List(ServicePort()), Gen.Bool)
            .Select((metadata, ports, hasSpec) => new V1Service
            {
                Metadata = metadata,
                Spec = hasSpec ? new V1ServiceSpec { Ports = ports! } : null,
            }));

    private static readonly Gen<HeadGroupSpec?> s_head = Maybe(
        Gen.Select(s_template, s_service, s_map, s_map, s_map, s_maybeText)
            .Select((template, service, resources, labels, parameters, type) => new HeadGroupSpec
            {
                EnableIngress = type is null,
                IngressOptions = labels is null ? null : new IngressOptions { Host = type, Path = type, Tls = [null!] },
                Template = template,
                HeadService = service,
                Resources = resources,
                Labels = labels,
                RayStartParams = parameters,
                ServiceType = type,
            }));

    private static readonly Gen<WorkerGroupSpec> s_group =
        Gen.Select(s_template, s_maybeText, s_map, s_map, s_map)
            .Select((template, name, resources, labels, parameters) => new WorkerGroupSpec
            {
                GroupName = name,
                Template = template,
                Resources = resources,
                Labels = labels,
                RayStartParams = parameters,
                NumOfHosts = parameters?.Count,
                Priority = labels?.Count,
            });

    private static readonly Gen<RayClusterSpec> s_features =
        Gen.Select(Gen.Bool, s_maybeText, s_maybeText, s_maybeText, List(Variable()), List(Mount()), Gen.Bool)
            .Select((isOn, first, second, third, env, mounts, hasOptions) => new RayClusterSpec
            {
                EnableInTreeAutoscaling = isOn,
                AutoscalerOptions = !hasOptions ? null : new AutoscalerOptions { Version = first, Env = env!, VolumeMounts = mounts! },
                GcsFaultToleranceOptions = first is null ? null : new GcsFaultToleranceOptions
                {
                    Backend = second,
                    RedisAddress = third,
                    RedisPassword = isOn ? new RedisCredential { Value = third } : null,
                    Storage = hasOptions ? new GcsEmbeddedStorage { ClaimName = second, DeletionPolicy = third } : null,
                },
                AuthOptions = second is null
                    ? null
                    : new AuthOptions { Mode = second, SecretName = third, EnableK8sTokenAuth = hasOptions },
                NetworkPolicy = third is null ? null : new NetworkPolicyConfig
                {
                    Mode = third,
                    Head = new NetworkPolicyRules { IngressRules = [null!] },
                    WorkerGroups = [null!, new WorkerGroupNetworkPolicy { GroupName = first, EgressRules = [null!] }],
                },
                HistoryServerOptions = isOn ? new HistoryServerOptions { CollectorOptions = new CollectorOptions { Env = env! } } : null,
                UpgradeStrategy = new UpgradeStrategy { Type = first },
            });

    private static readonly Gen<RayCluster> s_cluster =
        Gen.Select(Maybe(Metadata()), s_head, s_maybeText, s_group, s_map, Gen.Bool, s_features, Gen.Bool)
            .Select((metadata, head, version, group, annotations, hasSpec, features, isOf2020) => new RayCluster
            {
                Metadata = isOf2020 ? Marked(metadata) : metadata!,
                Spec = !hasSpec ? null : features with
                {
                    HeadGroupSpec = head,
                    RayVersion = version,
                    WorkerGroupSpecs = [group],
                    HeadServiceAnnotations = annotations,
                },
            });

    [Fact]
    public void Any_cluster_can_be_validated_and_built_and_stays_as_it_was() =>
        Gen.Select(s_cluster, s_group).Sample(
            (cluster, group) =>
            {
                var before = Json(cluster, group);
                var first = Everything(cluster, group);
                var second = Everything(cluster, group);
                Assert.Equal(before, Json(cluster, group));
                Assert.Equal(first, second);
            },
            iter: 2000);

    [Fact]
    public void Whatever_is_done_to_a_built_pod_the_cluster_does_not_notice()
    {
        var cluster = Sample.Cluster(cluster => cluster.HeadContainer().Env = [Sample.Var("A", "1")]);
        var before = JsonSerializer.Serialize(cluster, RayJsonContext.Default.RayCluster);

        var pod = HeadPod.Build(cluster, Sample.Settings);
        pod.Ray().Env[0].Value = "changed";
        pod.Ray().Image = "changed";
        pod.Spec.Containers.Clear();

        Assert.Equal(before, JsonSerializer.Serialize(cluster, RayJsonContext.Default.RayCluster));
    }

    private static string Everything(RayCluster cluster, WorkerGroupSpec group) =>
        Pods(cluster, group)
        + JsonSerializer.Serialize(ServeService.Build(cluster, Sample.Settings), KubeJsonContext.Default.V1Service)
        + JsonSerializer.Serialize(HeadlessWorkerService.Build(cluster), KubeJsonContext.Default.V1Service)
        + JsonSerializer.Serialize(AuthSecret.Build(cluster, new byte[AuthSecret.TokenBytes]), KubeJsonContext.Default.V1Secret)
        + JsonSerializer.Serialize(AutoscalerServiceAccount.Build(cluster), KubeJsonContext.Default.V1ServiceAccount)
        + JsonSerializer.Serialize(AutoscalerRole.Build(cluster), KubePolicyJsonContext.Default.V1Role)
        + JsonSerializer.Serialize(AutoscalerRoleBinding.Build(cluster), KubePolicyJsonContext.Default.V1RoleBinding)
        + JsonSerializer.Serialize(DashboardIngress.Build(cluster, Sample.Settings), KubePolicyJsonContext.Default.V1Ingress)
        + JsonSerializer.Serialize(GcsVolumeClaim.Build(cluster), KubeJsonContext.Default.V1PersistentVolumeClaim)
        + JsonSerializer.Serialize(RedisCleanupJob.Build(cluster, Sample.Settings), KubeWorkloadsJsonContext.Default.V1Job)
        + string.Concat(NetworkPolicies.Build(cluster)
            .Select(policy => JsonSerializer.Serialize(policy, KubePolicyJsonContext.Default.V1NetworkPolicy)))
        + string.Join('\n', ClusterValidator.Validate(cluster, Sample.Settings).Errors)
        + string.Join('\n', ClusterValidator.Validate(cluster, Sample.Settings).Warnings);

    private static string Pods(RayCluster cluster, WorkerGroupSpec group) =>
        JsonSerializer.Serialize(HeadPod.Build(cluster, Sample.Settings), KubeJsonContext.Default.V1Pod)
        + JsonSerializer.Serialize(WorkerPod.Build(cluster, group, Sample.Settings, new WorkerReplica(1)), KubeJsonContext.Default.V1Pod)
        + JsonSerializer.Serialize(HeadService.Build(cluster, Sample.Settings), KubeJsonContext.Default.V1Service);

    private static string Json(RayCluster cluster, WorkerGroupSpec group) =>
        JsonSerializer.Serialize(cluster, RayJsonContext.Default.RayCluster)
        + JsonSerializer.Serialize(group, RayJsonContext.Default.WorkerGroupSpec);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Frequency((5, gen.Select(value => (T?)value)), (1, Gen.Const((T?)null)));

    private static Gen<IList<T>?> List<T>(Gen<T> gen) => Maybe(gen.List[0, 3].Select(list => (IList<T>)list));

    private static Gen<V1ObjectMeta> Metadata() =>
        Gen.Select(s_maybeText, s_map, s_map)
            .Select((name, labels, annotations) => new V1ObjectMeta { Name = name, Labels = labels, Annotations = annotations });

    // A copy: what a generator made may be used again.
    private static V1ObjectMeta Marked(V1ObjectMeta? metadata) => new()
    {
        Name = metadata?.Name,
        Labels = metadata?.Labels,
        Annotations = new Dictionary<string, string>(metadata?.Annotations ?? new Dictionary<string, string>()) { [RayAnnotations.OriginVersion] = "v1alpha1" },
    };

    private static Gen<V1EnvVar?> Variable() =>
        Maybe(Gen.Select(s_maybeText, s_maybeText).Select((name, value) => new V1EnvVar { Name = name, Value = value }));

    private static Gen<V1ContainerPort?> Port() =>
        Maybe(
            Gen.Select(s_maybeText, Gen.Int[-1, 2])
                .Select((name, number) => new V1ContainerPort { Name = name, ContainerPort = number }));

    private static Gen<V1VolumeMount?> Mount() =>
        Maybe(Gen.Select(s_maybeText, s_maybeText).Select((name, path) => new V1VolumeMount { Name = name, MountPath = path }));

    private static Gen<V1ServicePort?> ServicePort() =>
        Maybe(Gen.Select(s_maybeText, Gen.Int[-1, 2]).Select((name, number) => new V1ServicePort { Name = name, Port = number }));
}
