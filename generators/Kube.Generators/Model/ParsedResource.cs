namespace Kube.Generators.Model;

/// <summary>Result of reading one annotated class.</summary>
/// <param name="Resource">The kind; null when it is too broken to go on.</param>
/// <param name="Locations">Where everything is that a problem can be about. Not in the model: positions change with every edit.</param>
/// <param name="Problems">What is wrong with the C# code.</param>
internal sealed record ParsedResource(
    ResourceModel? Resource, EquatableArray<TargetLocation> Locations, EquatableArray<Problem> Problems);
