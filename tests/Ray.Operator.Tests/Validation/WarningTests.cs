using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.RayClusters.Validation;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Validation;

/// <summary>What is allowed and probably not meant is told, and the cluster is served all the same.</summary>
public sealed class WarningTests
{
    private const string Timeout = "metadata.annotations[ray.io/gcs-ft-deletion-timeout]";

    private static readonly OperatorSettings s_settings = new() { Gates = new() { RayClusterNetworkPolicy = true } };

    public static TheoryData<string, string, Action<RayCluster>> Odd => new()
    {
        {
            "spec.workerGroupSpecs[0].template.spec.restartPolicy", "is Always, and the autoscaler may count a restarted worker twice", c =>
            {
                c.Spec!.EnableInTreeAutoscaling = true;
                c.Spec.AutoscalerOptions = new AutoscalerOptions { Version = AutoscalerVersion.V1 };
                c.Spec.WorkerGroupSpecs![0].Template!.Spec.RestartPolicy = "Always";
            }
        },
        {
            "spec.gcsFaultToleranceOptions.redisAddress", "is missing, so the state does not survive the head", c =>
                c.Spec!.GcsFaultToleranceOptions = new GcsFaultToleranceOptions()
        },
        {
            Timeout, "'soon' is no positive number of seconds, so the default of 300 holds", c =>
                c.Metadata.Annotations = Map(RayAnnotations.FaultToleranceDeletionTimeout, "soon")
        },
        {
            Timeout, "'0' is no positive number of seconds, so the default of 300 holds", c =>
                c.Metadata.Annotations = Map(RayAnnotations.FaultToleranceDeletionTimeout, "0")
        },
        { "spec.authOptions.mode", "is missing, so no token is demanded", c => c.Spec!.AuthOptions = new AuthOptions() },
        {
            "spec.networkPolicy.worker.egressRules", "lets no DNS through, so workers of group a cannot find the head", c =>
                c.Spec!.NetworkPolicy = new NetworkPolicyConfig()
        },
        {
            "spec.networkPolicy.workerGroups[a].egressRules", "lets no DNS through, so workers of group a cannot find the head", c =>
                c.Spec!.NetworkPolicy = new NetworkPolicyConfig
                {
                    Mode = NetworkPolicyMode.DenyAllEgress,
                    Worker = new NetworkPolicyRules { EgressRules = [Egress("53")] },
                    WorkerGroups = [new WorkerGroupNetworkPolicy { GroupName = "a", EgressRules = [Egress("443")] }],
                }
        },
        {
            "metadata.labels[ray.io/gang-scheduling-enabled]", "has no effect: pods are handed to the scheduler one by one", c =>
                c.Metadata.Labels = Map(RayLabels.GangSchedulingEnabled, "true")
        },
        {
            "status.conditions", "RayClusterSuspending and RayClusterSuspended are both True", c => c.Status = new RayClusterStatus
            {
                Conditions = [True(RayConditionTypes.RayClusterSuspending), True(RayConditionTypes.RayClusterSuspended)],
            }
        },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void An_odd_cluster_is_served_and_its_author_told(string field, string message, Action<RayCluster> change)
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1));
        change(cluster);

        var result = ClusterValidator.Validate(cluster, s_settings);

        var warning = Assert.Single(result.Warnings);
        Assert.Equal((field, message), (warning.Field, warning.Message));
        Assert.NotEmpty(warning.Remedy);
        Assert.True(result.IsValid);
    }

    public static TheoryData<Action<RayCluster>> Fine => new()
    {
        _ => { },
        c => c.Metadata.Annotations = Map(RayAnnotations.FaultToleranceDeletionTimeout, "60"),
        c => c.Spec!.NetworkPolicy = new NetworkPolicyConfig { Mode = NetworkPolicyMode.DenyAllIngress },
        c => c.Spec!.NetworkPolicy = new NetworkPolicyConfig { Worker = new NetworkPolicyRules { EgressRules = [Egress("53")] } },
        c => c.Spec!.NetworkPolicy = new NetworkPolicyConfig { Worker = new NetworkPolicyRules { EgressRules = [new()] } },
        c => c.Status = new RayClusterStatus { Conditions = [True(RayConditionTypes.RayClusterSuspended)] },
    };

    [Theory]
    [MemberData(nameof(Fine))]
    public void What_is_as_meant_is_not_told(Action<RayCluster> change)
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1));
        change(cluster);

        Assert.Empty(ClusterValidator.Validate(cluster, s_settings).Warnings);
    }

    [Fact]
    public void A_warning_becomes_an_event_and_stops_nothing()
    {
        var cluster = Clusters.Cluster(Clusters.Group("a", 1));
        cluster.Spec!.AuthOptions = new AuthOptions();

        var plan = Planner.Plan(Snapshots.Of(cluster));

        Assert.Contains(plan.Notices, notice => notice is { Reason: RayEventReasons.InvalidRayClusterSpec, Action: "Validate" }
            && notice.Note.StartsWith("RayCluster spec warning team/demo: spec.authOptions.mode: ", StringComparison.Ordinal));
        Assert.NotEmpty(plan.Actions);
    }

    private static V1Condition True(string type) => new() { Type = type, Status = "True", Reason = type, Message = "" };

    private static V1NetworkPolicyEgressRule Egress(string port) => new() { Ports = [new() { Port = port }] };

    private static Dictionary<string, string> Map(string key, string value) => new() { [key] = value };
}
