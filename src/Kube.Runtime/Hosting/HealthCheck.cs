namespace Kube.Runtime.Hosting;

/// <summary>Something that a probe asks for.</summary>
/// <param name="Name">Name, such as <c>webhook</c>; a probe can ask for it alone, by <c>/readyz/webhook</c>.</param>
/// <param name="Kind">Which probe asks.</param>
/// <param name="Problem">Says what is wrong, in one line; null when all is well. Must be quick: a probe waits for it.</param>
public sealed record HealthCheck(string Name, HealthKind Kind, Func<string?> Problem);

/// <summary>The probes of a pod.</summary>
public enum HealthKind
{
    /// <summary><c>/readyz</c>: whether the process can do its work. A pod that is not ready gets no traffic.</summary>
    Ready,

    /// <summary><c>/healthz</c>: whether the process can be helped by nothing but a restart.</summary>
    Live,
}
