using Kube;

namespace Ray.DevEnvironment.Chaos.Judging;

/// <summary>Something that must not be.</summary>
/// <param name="Cluster">The cluster that it concerns; null when it is none of one.</param>
/// <param name="What">What was seen, and what must be.</param>
public sealed record Violation(ObjectKey? Cluster, string What)
{
    /// <summary>Whether it is an object that the garbage collector should have removed.</summary>
    public bool IsGarbage { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Cluster is { } key ? $"{key}: {What}" : What;
}
