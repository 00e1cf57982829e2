using Kube.Generators.Json;

namespace Kube.Generators.Schema.KubernetesFacts;

/// <summary>What is known of one type of Kubernetes beyond its C# form.</summary>
/// <param name="Required">JSON names of properties of reference type that are required.</param>
/// <param name="Optional">JSON names of properties that are optional although their C# type is a non-nullable value.</param>
/// <param name="IsAtomic">Whether server-side apply replaces the object as a whole.</param>
/// <param name="Properties">Facts of single properties, by JSON name.</param>
internal sealed record TypeFacts(
    ISet<string> Required, ISet<string> Optional, bool IsAtomic, IReadOnlyDictionary<string, PropertyFacts> Properties)
{
    public static TypeFacts None { get; } =
        new(new HashSet<string>(), new HashSet<string>(), false, new Dictionary<string, PropertyFacts>());

    /// <summary>The properties without facts that were there to be read, as <see cref="SeenNames"/> has them; null for all that there are.</summary>
    public string? Seen { get; init; }

    /// <summary>Whether the facts were read of a type that had the property.</summary>
    public bool HasSeen(string jsonName) =>
        Seen is null || Required.Contains(jsonName) || Optional.Contains(jsonName) || Properties.ContainsKey(jsonName) || SeenNames.Contain(Seen, jsonName);
}

/// <summary>What is known of one property of a type of Kubernetes.</summary>
/// <param name="ListKeys">JSON names of the keys of a list map; empty for other lists.</param>
/// <param name="IsSet">Whether the list is a set.</param>
/// <param name="IsAtomicMap">Whether server-side apply replaces the map as a whole.</param>
/// <param name="Default">Value that the API server fills in; null for none.</param>
/// <param name="Validations">Validations under their schema names, such as <c>maxLength</c>.</param>
internal sealed record PropertyFacts(
    IReadOnlyList<string> ListKeys, bool IsSet, bool IsAtomicMap, JsonValue? Default, IReadOnlyList<JsonMember> Validations);
