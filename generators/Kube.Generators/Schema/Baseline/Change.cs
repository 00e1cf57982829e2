using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema.Baseline;

/// <summary>A difference between a released definition and the present one that somebody may feel.</summary>
/// <param name="Path">JSON path within the kind, or what of the definition it is: <c>scope</c>, <c>versions.v1</c>.</param>
/// <param name="Reason">What has become different.</param>
internal sealed record Change(string Path, string Reason)
{
    /// <summary>True: stored objects or clients stop working. False: they work, and may be surprised.</summary>
    public bool IsBreaking { get; init; } = true;

    /// <summary>The version that it is in; null when it is in the definition itself.</summary>
    public string? Version { get; init; }

    /// <summary>The path as steps; null when it is no path within the kind.</summary>
    public SchemaPath? Schema { get; init; }

    public static Change At(SchemaPath path, string reason) => new(path.ToString(), reason) { Schema = path };
}
