using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.RayClusters.Planning.Rules;

namespace Ray.Operator.Tests.Simulation;

/// <summary>Snapshots, and short ways to what is planned for them.</summary>
internal static class Snapshots
{
    public static DateTimeOffset Now { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>A snapshot of a cluster that has its head service already.</summary>
    public static ClusterSnapshot Of(RayCluster cluster, params V1Pod[] pods)
    {
        var snapshot = new ClusterSnapshot
        {
            Cluster = cluster,
            Pods = [.. pods],
            Now = Now,
            Settings = new OperatorSettings { Version = "test" },
        };
        return cluster.Spec?.HeadGroupSpec?.Template?.Spec is null ? snapshot : snapshot with { HeadServices = [Service(snapshot)] };
    }

    /// <summary>The head service as the server stores it.</summary>
    public static V1Service Service(ClusterSnapshot snapshot)
    {
        var service = HeadServiceDriftRule.Desired(snapshot);
        service.Metadata.ResourceVersion = "1";
        service.Metadata.Uid = "service-uid";
        service.Spec.Type ??= "ClusterIP";
        service.Spec.SessionAffinity = "None";
        return service;
    }

    public static string[] Deleted(this Plan plan) => [.. plan.Actions.OfType<DeletePod>().Select(d => d.Pod.Metadata.Name)];

    public static DeletePod[] Deletions(this Plan plan) => [.. plan.Actions.OfType<DeletePod>()];

    public static CreatePod[] Created(this Plan plan, string group) => [.. plan.Actions.OfType<CreatePod>().Where(c => c.Group == group)];

    public static ApplyObject[] Services(this Plan plan) => [.. plan.Actions.OfType<ApplyObject>().Where(a => a.Object is V1Service)];

    public static string[] Applied(this Plan plan) =>
        [.. plan.Actions.OfType<ApplyObject>().Select(a => $"{a.Object.Kind} {a.Object.Metadata.Name}")];

    public static string[] CreatedObjects(this Plan plan) =>
        [.. plan.Actions.OfType<CreateObject>().Select(a => $"{a.Object.Kind} {a.Object.Metadata.Name}")];
}
