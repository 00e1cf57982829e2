using System.Text.Json;
using Kube.Runtime.Webhooks;
using Ray.Api.V1Alpha1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Admission;

namespace Ray.Operator.Tests.Admission;

/// <summary>What the author of a <c>ray.io/v1alpha1</c> cluster is told, in the words of that version.</summary>
public sealed class SpokeAdmissionTests
{
    private const string Template = """{"spec":{"containers":[{"name":"ray","image":"rayproject/ray:2.53.0"}]}}""";

    public static TheoryData<string, string, string> Constructs => new()
    {
        { "headGroupSpec.replicas", """{"headGroupSpec":{"replicas":2}}""", "spec.headGroupSpec.replicas: has no effect; there is one head and not 2" },
        {
            "service's selector", """{"headService":{"spec":{"selector":{"a":"b"}}}}""",
            "spec.headService.spec.selector: has no effect; the service always leads to the head"
        },
        {
            "service's namespace", """{"headService":{"metadata":{"namespace":"other"}}}""",
            "spec.headService.metadata.namespace: has no effect; all is made in the namespace of the cluster"
        },
        {
            "worker's address", """{"workerGroupsSpec":[{"groupName":"a","rayStartParams":{"address":"b:6379"}}]}""",
            "spec.workerGroupsSpec[0].rayStartParams.address: has no effect; workers go where the head is"
        },
        {
            "password", """{"headGroupSpec":{"rayStartParams":{"redis-password":"x"}}}""",
            "spec.headGroupSpec.rayStartParams.redis-password: is stored in clear text; keep it in a Secret: spec.gcsFaultToleranceOptions.redisPassword of ray.io/v1"
        },
        {
            "workersToDelete", """{"workerGroupsSpec":[{"groupName":"a","scaleStrategy":{"workersToDelete":["p"]}}]}""",
            "spec.workerGroupsSpec[0].scaleStrategy.workersToDelete: these pods are deleted at once, whatever replicas says; empty the list when they are gone"
        },
    };

    [Fact]
    public void The_version_is_told_first_with_the_way_to_the_new_one() => Assert.StartsWith(
        "apiVersion: ray.io/v1alpha1 is the API of 2020; write new clusters as ray.io/v1: kubectl get rayclusters.v1.ray.io demo -o yaml",
        Assert.Single(Decide("{}").Warnings), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Constructs))]
    public void What_does_nothing_or_more_than_meant_is_told(string what, string spec, string warning) =>
        Assert.True(Decide(spec).Warnings.Contains(warning), $"{what}: {string.Join('\n', Decide(spec).Warnings)}");

    [Fact]
    public void No_warning_is_cut_by_the_server() =>
        Assert.All(Constructs.SelectMany(row => Decide(row.Data.Item2).Warnings), warning => Assert.InRange(warning.Length, 1, 256));

    [Fact]
    public void Errors_name_the_fields_of_v1alpha1()
    {
        var decision = Decide("""{"workerGroupsSpec":[{"groupName":"a","replicas":1,"minReplicas":3,"maxReplicas":2}]}""");

        Assert.False(decision.IsAllowed);
        Assert.Contains("spec.workerGroupsSpec[0].minReplicas", decision.Causes.Select(cause => cause.Field));
        Assert.DoesNotContain("workerGroupSpecs", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Templates_are_held_to_the_schema_of_v1()
    {
        var decision = Decide("""
            {"headGroupSpec":{"replicas":1,"template":{"spec":{"containers":[{"name":"ray","image":"a","ports":[{"name":"a"}]}]}}},
             "headService":{"spec":{"ports":[{"port":80},{"port":80}]}}}
            """.ReplaceLineEndings(""));

        Assert.False(decision.IsAllowed);
        Assert.Contains("spec.headService.spec.ports[1]", decision.Causes.Select(cause => cause.Field));
        Assert.Contains("spec.headGroupSpec.template.spec.containers[0].ports[0].containerPort", decision.Causes.Select(cause => cause.Field));
    }

    [Fact]
    public void A_misspelt_field_is_told_and_does_no_harm()
    {
        var decision = Decide("""{"headGroupSpec":{"replicas":1,"template":{"spec":{"containers":[{"name":"ray","image":"a","comand":["x"]}]}}}}""");

        Assert.True(decision.IsAllowed);
        Assert.Contains(
            "spec.headGroupSpec.template.spec.containers[0].comand: is no field of Kubernetes and has no effect; look for a misspelling", decision.Warnings);
    }

    [Fact]
    public void Who_changes_such_a_cluster_as_v1_hears_nothing_of_v1alpha1()
    {
        var request = Request(Hub("{}")) with { RequestedVersion = "v1" };

        Assert.Empty(ClusterAdmission.Decide(request, new()).Warnings);
    }

    private static AdmissionDecision Decide(string spec) => ClusterAdmission.Decide(Request(Hub(spec)), new OperatorSettings());

    private static AdmissionRequest<Api.V1.RayCluster> Request(Api.V1.RayCluster hub) => new()
    {
        Operation = AdmissionOperation.Create,
        Object = hub,
        Name = hub.Metadata.Name,
        RequestedVersion = "v1alpha1",
    };

    // A whole cluster with the given parts in place of its own.
    private static Api.V1.RayCluster Hub(string spec)
    {
        var cluster = JsonSerializer.Deserialize(
            $$"""{"metadata":{"name":"demo"},"spec": {{spec}} }""", RayV1Alpha1JsonContext.Default.RayCluster)!;
        cluster.Spec!.HeadService ??= [];
        cluster.Spec.HeadGroupSpec ??= new() { Replicas = 1 };
        cluster.Spec.HeadGroupSpec.Template ??= JsonDocument.Parse(Template).RootElement.Deserialize(RayV1Alpha1JsonContext.Default.JsonObject);
        foreach (var group in cluster.Spec.WorkerGroupsSpec ?? [])
        {
            group.Template ??= JsonDocument.Parse(Template).RootElement.Deserialize(RayV1Alpha1JsonContext.Default.JsonObject);
        }

        return RayClusterConversion.ToHub(cluster);
    }
}
