using System.Collections.Immutable;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.RayClusters.Validation;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Validation;

public sealed class ClusterValidatorTests
{
    public static TheoryData<string, string, Action<RayCluster>> Invalid => new()
    {
        { "metadata.name", "54 characters", c => c.Metadata.Name = new string('a', 54) },
        { "metadata.name", "DNS-1035", c => c.Metadata.Name = "1st" },
        { "metadata.name", "DNS-1035", c => c.Metadata.Name = "a.b" },
        { "metadata.name", "DNS-1035", c => c.Metadata.Name = "end-" },
        { "spec", "missing", c => c.Spec = null },
        { "spec.headGroupSpec", "missing", c => c.Spec!.HeadGroupSpec = null },
        { "spec.headGroupSpec.template", "missing", c => c.Spec!.HeadGroupSpec!.Template = null },
        { "spec.headGroupSpec.template.spec.containers", "empty", c => c.Spec!.HeadGroupSpec!.Template!.Spec.Containers = [] },
        { "spec.headGroupSpec.template.spec.containers", "empty", c => c.Spec!.HeadGroupSpec!.Template!.Spec = null },
        { "spec.headGroupSpec.rayStartParams[labels]", "not allowed", c => c.Spec!.HeadGroupSpec!.RayStartParams = Map("labels", "") },
        { "spec.headGroupSpec.labels[bad key]", "label key", c => c.Spec!.HeadGroupSpec!.Labels = Map("bad key", "x") },
        { "spec.headGroupSpec.labels[a/b/c]", "label key", c => c.Spec!.HeadGroupSpec!.Labels = Map("a/b/c", "x") },
        { "spec.headGroupSpec.labels[zone]", "label value", c => c.Spec!.HeadGroupSpec!.Labels = Map("zone", "a b") },
        { "spec.headGroupSpec.labels[zone]", "label value", c => c.Spec!.HeadGroupSpec!.Labels = Map("zone", new string('x', 64)) },
        { "spec.workerGroupSpecs[1].groupName", "workerGroupSpecs[0] too", c => c.Spec!.WorkerGroupSpecs![1].GroupName = "a" },
        { "spec.workerGroupSpecs[0].groupName", "head's own group", c => c.Spec!.WorkerGroupSpecs![0].GroupName = "headgroup" },
        { "spec.workerGroupSpecs[0].groupName", "missing", c => c.Spec!.WorkerGroupSpecs![0].GroupName = null },
        { "spec.workerGroupSpecs[0].groupName", "part of a pod name", c => c.Spec!.WorkerGroupSpecs![0].GroupName = "under_score" },
        { "spec.workerGroupSpecs[1].template", "missing", c => c.Spec!.WorkerGroupSpecs![1].Template = null },
        { "spec.workerGroupSpecs[0].replicas", "is -1", c => c.Spec!.WorkerGroupSpecs![0].Replicas = -1 },
        { "spec.workerGroupSpecs[0].minReplicas", "is -1", c => c.Spec!.WorkerGroupSpecs![0].MinReplicas = -1 },
        { "spec.workerGroupSpecs[0].maxReplicas", "is -1", c => c.Spec!.WorkerGroupSpecs![0].MaxReplicas = -1 },
        { "spec.workerGroupSpecs[0].minReplicas", "above maxReplicas 1", c =>
            (c.Spec!.WorkerGroupSpecs![0].MinReplicas, c.Spec.WorkerGroupSpecs[0].MaxReplicas) = (2, 1) },
        { "spec.workerGroupSpecs[0].minReplicas", "missing", c => c.Spec!.WorkerGroupSpecs![0].MinReplicas = null },
        { "spec.workerGroupSpecs[0].maxReplicas", "missing", c => c.Spec!.WorkerGroupSpecs![0].MaxReplicas = null },
        { "spec.workerGroupSpecs[0].numOfHosts", "is 0", c => c.Spec!.WorkerGroupSpecs![0].NumOfHosts = 0 },
        { "spec.workerGroupSpecs[0].idleTimeoutSeconds", "needs autoscaler v2", c =>
            c.Spec!.WorkerGroupSpecs![0].IdleTimeoutSeconds = 0 },
        { "spec.workerGroupSpecs[0].rayStartParams[num-cpus]", "same", c => Conflict(c.Spec!.WorkerGroupSpecs![0], "num-cpus") },
        { "spec.workerGroupSpecs[0].rayStartParams[memory]", "same", c => Conflict(c.Spec!.WorkerGroupSpecs![0], "memory") },
        { "spec.headGroupSpec.template.spec.containers[0].resources.limits[memory]", "'1e30' is out of range", c =>
            c.Spec!.HeadGroupSpec!.Template!.Spec.Containers[0].Resources.Limits["memory"] = new("1e30") },
        { "spec.workerGroupSpecs[1].template.spec.initContainers[0].resources.requests[cpu]", "out of range", c =>
            c.Spec!.WorkerGroupSpecs![1].Template!.Spec.InitContainers = [new() { Resources = new()
            {
                Requests = new Dictionary<string, k8s.Models.ResourceQuantity> { ["cpu"] = new("-10E") },
            } }] },
        { "spec.workerGroupSpecs[0].suspend", "autoscaling", c =>
            (c.Spec!.EnableInTreeAutoscaling, c.Spec.WorkerGroupSpecs![0].Suspend) = (true, true) },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void A_broken_rule_is_told_with_its_place_and_remedy(string field, string message, Action<RayCluster> breakRule)
    {
        var cluster = Valid();
        breakRule(cluster);

        var problem = Assert.Single(Errors(cluster), p => p.Field == field);

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy);
        Assert.Equal(field.StartsWith("metadata", StringComparison.Ordinal) ? ProblemKind.Metadata : ProblemKind.Spec, problem.Kind);
    }

    public static TheoryData<Action<RayCluster>> Fine => new()
    {
        _ => { },
        c => c.Metadata.Name = new string('a', 53),
        c => c.Spec!.WorkerGroupSpecs = null,
        c => c.Spec!.WorkerGroupSpecs![0].Replicas = 5000,
        c => c.Spec!.WorkerGroupSpecs![0].GroupName = "Upper-Case.2",
        c => (c.Spec!.EnableInTreeAutoscaling, c.Spec.WorkerGroupSpecs![0].MinReplicas) = (true, null),
        c => c.Spec!.HeadGroupSpec!.Labels = Map("example.com/zone", ""),
        c => (c.Spec!.HeadGroupSpec!.Resources, c.Spec.HeadGroupSpec.RayStartParams) = (Map("CPU", "1"), Map("num-cpus", "")),
        c => c.Spec!.WorkerGroupSpecs![0].Suspend = true,
        c => c.Spec!.HeadGroupSpec!.Template!.Spec.Containers[0].Resources.Limits["memory"] = new("8Ei"),
    };

    [Theory]
    [MemberData(nameof(Fine))]
    public void A_valid_cluster_has_no_problems(Action<RayCluster> change)
    {
        var cluster = Valid();
        change(cluster);

        Assert.Empty(Errors(cluster));
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var cluster = Valid();
        cluster.Metadata.Name = "1st";
        cluster.Spec!.WorkerGroupSpecs![0].Replicas = -1;
        cluster.Spec.WorkerGroupSpecs[1].Template = null;

        Assert.Equal(3, Errors(cluster).Length);
    }

    [Fact]
    public void An_invalid_cluster_is_left_as_it_is()
    {
        var cluster = Valid();
        cluster.Spec!.WorkerGroupSpecs![0].Replicas = -1;

        var plan = Planner.Plan(Snapshots.Of(cluster, Clusters.Worker("removed", "w", "Failed")));

        Assert.Empty(plan.Actions);
        Assert.Single(plan.Problems);
    }

    private static ImmutableArray<SpecProblem> Errors(RayCluster cluster) =>
        ClusterValidator.Validate(cluster, new OperatorSettings()).Errors;

    private static RayCluster Valid() => Clusters.Cluster(Clusters.Group("a", 1), Clusters.Group("b", 2));

    private static Dictionary<string, string> Map(string key, string value) => new() { [key] = value };

    private static void Conflict(WorkerGroupSpec group, string parameter) =>
        (group.Resources, group.RayStartParams) = (Map("CPU", "4"), Map(parameter, "4"));
}
