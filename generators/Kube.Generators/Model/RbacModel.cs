namespace Kube.Generators.Model;

/// <summary>A right as an attribute says it.</summary>
/// <param name="Groups">API groups.</param>
/// <param name="Resources">Plural resource names, with subresources.</param>
/// <param name="ResourceNames">Names of objects; empty for all.</param>
/// <param name="Urls">Paths of the server instead of resources.</param>
/// <param name="Verbs">What may be done.</param>
internal sealed record RbacRule(
    EquatableArray<string> Groups,
    EquatableArray<string> Resources,
    EquatableArray<string> ResourceNames,
    EquatableArray<string> Urls,
    EquatableArray<string> Verbs)
{
    /// <summary>The only namespace that the right is in; null for all.</summary>
    public string? Namespace { get; init; }

    /// <summary>Where problems of the right are shown.</summary>
    public string Target { get; init; } = "";
}

/// <summary>The rights beside one declaration.</summary>
/// <param name="Rules">The rights.</param>
/// <param name="Locations">Where their attributes are.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record ParsedRbac(
    EquatableArray<RbacRule> Rules, EquatableArray<TargetLocation> Locations, EquatableArray<Problem> Problems);

/// <summary>The roles of an assembly.</summary>
/// <param name="Manifests">A ClusterRole for rights everywhere, then a Role for each namespace; empty when there are no rights.</param>
/// <param name="Problems">What is wrong with the rights.</param>
/// <param name="Target">Where problems of the whole are shown.</param>
internal sealed record RbacRoles(EquatableArray<Json.JsonObject> Manifests, EquatableArray<Problem> Problems, string Target);
