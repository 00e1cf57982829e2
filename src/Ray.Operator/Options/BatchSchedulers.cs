namespace Ray.Operator.Options;

/// <summary>Schedulers that pods can be handed to, by the names that KubeRay gives them.</summary>
public static class BatchSchedulers
{
    /// <summary>Volcano.</summary>
    public const string Volcano = "volcano";

    /// <summary>Apache YuniKorn.</summary>
    public const string YuniKorn = "yunikorn";

    /// <summary>The KAI scheduler.</summary>
    public const string Kai = "kai-scheduler";

    /// <summary>The scheduler with the out-of-tree plugins of Kubernetes.</summary>
    public const string SchedulerPlugins = "scheduler-plugins";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Volcano, YuniKorn, Kai, SchedulerPlugins];
}
