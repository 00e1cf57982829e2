using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;

namespace Ray.Operator.RayClusters.Validation;

/// <summary>A cluster and the settings that it is validated under, with short ways to what rules ask for.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Settings">Settings of the operator: gates decide about some fields.</param>
internal sealed record ClusterContext(RayCluster Cluster, OperatorSettings Settings)
{
    /// <summary>The spec; an empty one when it is missing, which a rule of its own tells.</summary>
    public RayClusterSpec Spec { get; } = Cluster.Spec ?? new();

    /// <summary>Path of the Ray container of the head.</summary>
    public const string HeadContainerPath = "spec.headGroupSpec.template.spec.containers[0]";

    /// <summary>Whether Ray's own autoscaler is on.</summary>
    public bool IsAutoscaled => Spec.EnableInTreeAutoscaling == true;

    /// <summary>The groups: the head's first, if there is one.</summary>
    public IEnumerable<GroupContext> Groups => GroupContext.AllOf(this);

    /// <summary>The worker groups.</summary>
    public IEnumerable<GroupContext> WorkerGroups => Groups.Where(group => group.Worker is not null);

    /// <summary>The Ray container of the head; null when it is missing.</summary>
    public V1Container? HeadContainer => Spec.HeadGroupSpec?.Template?.Spec?.Containers?.FirstOrDefault();

    /// <summary>The environment of the Ray container of the head, nulls left out.</summary>
    public IEnumerable<V1EnvVar> HeadEnvironment => (HeadContainer?.Env ?? []).Where(variable => variable is not null);

    /// <summary>Whether version 2 of the autoscaler is chosen, by option or by Ray's own variable, be it on or off.</summary>
    public bool HasAutoscalerV2 =>
        Spec.AutoscalerOptions?.Version == AutoscalerVersion.V2
        || HeadEnvironment.Any(variable => variable is { Name: "RAY_enable_autoscaler_v2", Value: "1" or "true" });

    /// <summary>The value of an annotation of the cluster; null when it is absent or empty.</summary>
    public string? Annotation(string key) =>
        Cluster.Metadata?.Annotations?.TryGetValue(key, out var value) == true && value is { Length: > 0 } ? value : null;

    /// <summary>The value of a label of the cluster; null when it is absent.</summary>
    public string? Label(string key) => Cluster.Metadata?.Labels?.TryGetValue(key, out var value) == true ? value : null;

    /// <summary>Whether the Ray container of the head sets a variable.</summary>
    public bool HeadSets(string variable) => HeadEnvironment.Any(v => v.Name == variable);

    /// <summary>Path of a variable of the head's Ray container.</summary>
    public static string HeadVariable(string variable) => $"{HeadContainerPath}.env[{variable}]";

    /// <summary>The problem of a variable that the head may not set.</summary>
    public static SpecProblem HeadVariableProblem(string variable, string message, string remedy) =>
        Problem(HeadVariable(variable), message, remedy);

    /// <summary>A flag of the head's <c>ray start</c>; null when it is absent or empty.</summary>
    public string? HeadParam(string name) =>
        Spec.HeadGroupSpec?.RayStartParams?.TryGetValue(name, out var value) == true && value is { Length: > 0 } ? value : null;

    /// <summary>Kind that the cluster was made for; <c>RayCluster</c> for its own sake.</summary>
    public string OriginKind => Label(RayLabels.OriginatedFromKind) is "RayJob" or "RayService"
        ? Label(RayLabels.OriginatedFromKind)!
        : RayCluster.KubeKind;

    /// <summary>A problem of the spec.</summary>
    public static SpecProblem Problem(string field, string message, string remedy) => new(ProblemKind.Spec, field, message, remedy);
}
