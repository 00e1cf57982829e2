namespace Kube.Generators.Model;

/// <summary>A breaking change that is meant.</summary>
/// <param name="Path">Path that the change is at.</param>
/// <param name="Justification">Why nobody is hurt; null when nothing is said.</param>
/// <param name="Target">Where problems of the permission are shown.</param>
internal sealed record AllowedChangeModel(string Path, string? Justification, string Target);
