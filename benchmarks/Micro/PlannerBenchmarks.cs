using System.Globalization;
using BenchmarkDotNet.Attributes;
using k8s.Models;
using Ray.DevEnvironment;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Benchmarks.Micro;

/// <summary>One plan for a cluster of a thousand workers: none there yet, all there, one dead.</summary>
public class PlannerBenchmarks
{
    private const int Workers = 1000;

    private ClusterSnapshot _empty = null!;
    private ClusterSnapshot _steady = null!;
    private ClusterSnapshot _oneDead = null!;

    /// <summary>Makes what the server would hold, by carrying out the planner's own plans.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var cluster = Clusters.Of("team", "large", ("workers", Workers));
        (cluster.Metadata.Uid, cluster.Metadata.Generation, cluster.Metadata.ResourceVersion) = ("cluster-uid", 1, "1");
        _empty = new()
        {
            Cluster = cluster,
            Pods = [],
            Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Settings = new OperatorSettings { Version = "benchmark" },
            Entropy = [.. new byte[32]],
        };
        _steady = CarriedOut(_empty);
        var dead = Running(_steady.Pods[^1], Workers + 1);
        dead.Status = new() { Phase = "Failed" };
        _oneDead = _steady with { Pods = [.. _steady.Pods.SkipLast(1), dead] };
        Expect(_steady, 0);
        Expect(_oneDead, 2);
    }

    /// <summary>Nothing is to be done.</summary>
    [Benchmark]
    public object Steady() => Planner.Plan(_steady);

    /// <summary>One worker ended: it is deleted and replaced.</summary>
    [Benchmark]
    public object OneDead() => Planner.Plan(_oneDead);

    /// <summary>A head, the service and as many workers as one plan may create are built.</summary>
    [Benchmark]
    public object All() => Planner.Plan(_empty);

    // A plan creates some hundred pods at most; the next one goes on.
    private static ClusterSnapshot CarriedOut(ClusterSnapshot snapshot)
    {
        while (Planner.Plan(snapshot).Actions is { Length: > 0 } actions)
        {
            var known = snapshot.Pods.Length;
            snapshot = snapshot with
            {
                Pods = [.. snapshot.Pods, .. actions.OfType<CreatePod>().Select((create, index) => Running(create.Pod, known + index))],
                HeadServices = [.. snapshot.HeadServices, .. actions.OfType<ApplyObject>().Select(apply => apply.Object).OfType<V1Service>()],
            };
        }

        return snapshot;
    }

    private static void Expect(ClusterSnapshot snapshot, int actions)
    {
        var plan = Planner.Plan(snapshot);
        if (plan.Actions.Length != actions)
        {
            throw new InvalidOperationException($"{actions} actions were expected, not {plan.Actions.Length}.");
        }
    }

    private static V1Pod Running(V1Pod planned, int index) => new()
    {
        Metadata = new()
        {
            Name = planned.Metadata.Name ?? planned.Metadata.GenerateName + index.ToString("d5", CultureInfo.InvariantCulture),
            NamespaceProperty = "team",
            Uid = $"pod-{index}",
            Labels = new Dictionary<string, string>(planned.Metadata.Labels),
            Annotations = planned.Metadata.Annotations is { } annotations ? new Dictionary<string, string>(annotations) : null,
            OwnerReferences = planned.Metadata.OwnerReferences,
            CreationTimestamp = new(2026, 1, 2, 3, 0, 0, DateTimeKind.Utc),
        },
        Spec = new() { NodeName = "node", RestartPolicy = planned.Spec.RestartPolicy, Containers = [new() { Name = planned.Spec.Containers[0].Name }] },
        Status = new() { Phase = "Running", PodIP = "10.0.0.1", Conditions = [new() { Type = "Ready", Status = "True" }] },
    };
}
