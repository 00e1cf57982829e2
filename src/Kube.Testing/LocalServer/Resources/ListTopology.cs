using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>How a list or an object is merged: as a whole, or part by part.</summary>
/// <param name="Type"><c>atomic</c>, <c>set</c> or <c>map</c>; for objects <c>granular</c> or <c>atomic</c>.</param>
/// <param name="Keys">Members that name an item of a keyed list.</param>
internal sealed record MergeShape(string Type, params IReadOnlyList<string> Keys)
{
    public static MergeShape Atomic { get; } = new("atomic");

    public static MergeShape Set { get; } = new("set");

    public static MergeShape Granular { get; } = new("granular");
}

/// <summary>Knows the shapes of the parts of a kind. A part is found by the names of members on the way to it; <c>[]</c> stands for any item.</summary>
internal abstract class ListTopology
{
    /// <summary>That of the kinds of Kubernetes itself.</summary>
    public static ListTopology BuiltIn { get; } = new BuiltInTopology();

    /// <summary>The shape of a list or an object.</summary>
    public MergeShape ShapeOf(IReadOnlyList<string> way, JsonNode? value) => way switch
    {
        ["metadata", "finalizers"] => MergeShape.Set,
        ["metadata", "ownerReferences"] => new("map", "uid"),
        ["metadata", ..] => value is JsonArray ? MergeShape.Atomic : MergeShape.Granular,
        _ => Shape(way, value),
    };

    /// <summary>The default of a key that an item leaves out, or null.</summary>
    public virtual JsonNode? DefaultOf(string key) => key == "protocol" ? JsonValue.Create("TCP") : null;

    /// <summary>The key by which a strategic merge patch finds the item of a list; null when it replaces the list.</summary>
    public virtual string? PatchKeyOf(IReadOnlyList<string> way) => null;

    protected abstract MergeShape Shape(IReadOnlyList<string> way, JsonNode? value);
}
