namespace Kube;

/// <summary>One reason why an API server would refuse a value.</summary>
/// <param name="Path">Where, such as <c>spec.groups[0].replicas</c>; empty for the value as a whole.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">The explanation in the API server's words, such as <c>Invalid value: "string": spec.size in body must be of type integer: "string"</c>.</param>
public sealed record SchemaProblem(string Path, SchemaProblemKind Kind, string Message)
{
    /// <summary>Path and message, as an API server lists them.</summary>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
