using CsCheck;
using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Desired.Metadata;
using Ray.Operator.Tests.Of2020;

namespace Ray.Operator.Tests.Simulation;

/// <summary>One random cluster in a random state, and how late its caches are.</summary>
/// <param name="World">The cluster, its pods and its operator.</param>
/// <param name="Looks">For each pass: whether the caches are brought up to date, and how long it takes until the next.</param>
/// <param name="JobEnd">How the job that clears Redis ends; null for never.</param>
/// <param name="IsDeleted">Whether the cluster is deleted in the end.</param>
internal sealed record Scenario(World World, List<(bool IsFresh, int Seconds)> Looks, string? JobEnd, bool IsDeleted);

/// <summary>Random scenarios over all that a cluster can ask for.</summary>
internal static class RandomScenarios
{
    public const int Rounds = 12;

    private static readonly Gen<WorkerGroupSpec> s_group =
        from name in OneOf("a", "b", "c")
        from replicas in Gen.Int[0, 5]
        from min in Gen.Int[0, 3]
        from more in Gen.Int[0, 3]
        from hosts in Gen.Int[1, 2]
        from suspended in Gen.Int[0, 9]
        select Suspend(Clusters.Group(name, replicas, min, min + more, hosts), suspended == 0);

    private static readonly Gen<V1Pod> s_pod =
        from role in Gen.Int[0, 4]
        from groupName in OneOf("a", "b", "c", "removed")
        from phase in OneOf("Pending", "Running", "Running", "Failed", "Succeeded")
        from ready in Gen.Bool
        from age in Gen.Int[0, 100]
        from index in Gen.Int[-1, 3]
        from terminating in Gen.Int[0, 5]
        from ended in Gen.Int[0, 9]
        from replica in Gen.Int[0, 3]
        select Make(role == 0, groupName, phase, ready, age, index < 0 ? null : index, terminating == 0, ended == 0, replica);

    // Caches may lag for longer than expectations last.
    private static readonly Gen<(bool IsFresh, int Seconds)> s_look =
        from fresh in Gen.Bool
        from slow in Gen.Int[0, 3]
        select (fresh, slow == 0 ? 40 : 1);

    private static readonly Gen<Features> s_features =
        from autoscaler in Gen.Int[0, 3]
        from suspend in OneOf<bool?>(null, null, false, true)
        from condition in OneOf(null, null, RayConditionTypes.RayClusterSuspending, RayConditionTypes.RayClusterSuspended)
        from recreate in Gen.Bool
        from hash in OneOf(null, "former", "current")
        from version in OneOf("test", "of-another")
        from redis in Gen.Int[0, 3]
        from policies in Gen.Bool
        from end in OneOf("Complete", "Failed", null)
        from deleted in Gen.Int[0, 3]
        from old in Gen.Int[0, 2]
        select new Features(
            autoscaler == 0, suspend, condition, recreate, hash, version, redis == 0, policies, end, deleted == 0, old == 0);

    public static Gen<Scenario> All { get; } = Gen.Select(
        s_group.List[0, 3], s_pod.List[0, 9], Gen.Int[0, 8].List[0, 2], s_look.List[Rounds, Rounds], s_features, Build);

    private static Scenario Build(
        List<WorkerGroupSpec> groups, List<V1Pod> pods, List<int> named, List<(bool IsFresh, int Seconds)> looks, Features features)
    {
        var distinct = groups.DistinctBy(g => g.GroupName).ToArray();
        foreach (var group in distinct)
        {
            group.ScaleStrategy = new() { WorkersToDelete = [.. named.Select(i => $"p{i}")] };

            // The autoscaler and suspended groups exclude each other.
            group.Suspend &= !features.Autoscaler;
        }

        var cluster = Clusters.Cluster(distinct);
        features.ApplyTo(cluster);
        for (var i = 0; i < pods.Count; i++)
        {
            pods[i].Metadata.Name = $"p{i}";
            pods[i].Metadata.Uid = $"uid-p{i}";
            features.ApplyTo(pods[i], cluster);
        }

        var settings = new OperatorSettings { Version = "test", Gates = new() { RayClusterNetworkPolicy = true } };
        var world = new World(cluster, settings, [.. pods]) { JobEnd = features.JobEnd };
        return new(world, looks, features.JobEnd, features.IsDeleted);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static WorkerGroupSpec Suspend(WorkerGroupSpec group, bool isSuspended)
    {
        group.Suspend = isSuspended;
        return group;
    }

    private static V1Pod Make(
        bool isHead, string group, string phase, bool ready, int age, int? index, bool isTerminating, bool hasEnded, int replica)
    {
        var pod = isHead ? Clusters.Head("p", phase, ready, age) : Clusters.Worker(group, "p", phase, ready, age, index);
        if (hasEnded)
        {
            pod.RayEnded("Never");
        }

        if (!isHead && replica > 0)
        {
            pod.OfReplica($"{group}-r{replica}");
        }

        return isTerminating ? pod.Terminating() : pod;
    }

    private sealed record Features(
        bool Autoscaler, bool? Suspend, string? Condition, bool IsRecreate, string? Hash, string Version, bool HasRedis, bool HasPolicies,
        string? JobEnd, bool IsDeleted, bool IsOf2020)
    {
        public void ApplyTo(RayCluster cluster)
        {
            if (IsOf2020)
            {
                cluster.Mark();
            }

            var spec = cluster.Spec!;
            (spec.Suspend, spec.EnableInTreeAutoscaling) = (Suspend, Autoscaler);
            spec.UpgradeStrategy = IsRecreate ? new() { Type = UpgradeStrategyType.Recreate } : null;
            spec.GcsFaultToleranceOptions = HasRedis ? new() { RedisAddress = "redis:6379" } : null;
            spec.NetworkPolicy = HasPolicies ? new() { Mode = "DenyAllIngress" } : null;
            cluster.Status = Condition is null ? null : new()
            {
                Conditions = [new V1Condition { Type = Condition, Status = "True", Reason = Condition, Message = "" }],
            };
        }

        public void ApplyTo(V1Pod pod, RayCluster cluster)
        {
            if (Hash is not null)
            {
                pod.Metadata.Annotations = new Dictionary<string, string>
                {
                    [RayAnnotations.OperatorVersion] = Version,
                    [RayAnnotations.UpgradeStrategyRecreateHash] = Hash == "current" ? SpecHash.Of(cluster) : Hash,
                };
            }
        }
    }
}
