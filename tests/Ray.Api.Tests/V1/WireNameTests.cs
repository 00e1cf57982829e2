using Ray.Api.Tests.Support;

namespace Ray.Api.Tests.V1;

/// <summary>
/// The names that stand in users' manifests. They are typed out here, because a renamed C# property must not rename them.
/// </summary>
public class WireNameTests
{
    public static TheoryData<string, string> Names => new()
    {
        { "RayCluster", "apiVersion kind metadata spec status" },
        {
            "RayClusterSpec",
            "headGroupSpec workerGroupSpecs rayVersion enableInTreeAutoscaling autoscalerOptions headServiceAnnotations suspend managedBy "
            + "gcsFaultToleranceOptions upgradeStrategy authOptions historyServerOptions networkPolicy tlsOptions"
        },
        { "HeadGroupSpec", "template headService enableIngress ingressOptions resources labels rayStartParams serviceType" },
        { "IngressOptions", "host path pathType tls" },
        {
            "WorkerGroupSpec",
            "groupName template replicas minReplicas maxReplicas numOfHosts idleTimeoutSeconds priority suspend resources labels "
            + "rayStartParams scaleStrategy"
        },
        { "ScaleStrategy", "workersToDelete" },
        {
            "AutoscalerOptions",
            "resources image imagePullPolicy securityContext idleTimeoutSeconds upscalingMode version env envFrom volumeMounts command args"
        },
        { "GcsFaultToleranceOptions", "backend redisAddress redisUsername redisPassword externalStorageNamespace storage" },
        { "GcsEmbeddedStorage", "claimName size storageClassName accessModes subPath deletionPolicy" },
        { "RedisCredential", "value valueFrom" },
        { "UpgradeStrategy", "type" },
        { "AuthOptions", "mode secretName enableK8sTokenAuth" },
        { "HistoryServerOptions", "collectorOptions" },
        { "CollectorOptions", "image imagePullPolicy resources env" },
        { "NetworkPolicyConfig", "mode head worker workerGroups" },
        { "NetworkPolicyRules", "ingressRules egressRules" },
        { "WorkerGroupNetworkPolicy", "groupName ingressRules egressRules" },
        { "TlsOptions", "enabled" },
        {
            "RayClusterStatus",
            "state reason conditions readyWorkerReplicas availableWorkerReplicas desiredWorkerReplicas minWorkerReplicas maxWorkerReplicas "
            + "desiredCPU desiredMemory desiredGPU desiredTPU lastUpdateTime stateTransitionTimes endpoints head observedGeneration"
        },
        { "HeadInfo", "podIP podName serviceIP serviceName" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Members_have_their_documented_names(string type, string names)
    {
        var info = SharedJson.Of(WireTypes.All().Single(candidate => candidate.Name == type));

        Assert.Equal(names.Split(' '), info.Properties.Select(property => property.Name));
    }

    [Fact]
    public void No_type_is_forgotten() =>
        Assert.Equal(WireTypes.All().Select(type => type.Name).Order(), Names.Select(row => row.Data.Item1).Order());
}
