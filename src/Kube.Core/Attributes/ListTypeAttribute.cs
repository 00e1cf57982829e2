namespace Kube;

/// <summary>How a list merges in server-side apply.</summary>
public enum ListKind
{
    /// <summary>Replaced as a whole; the default of the API server.</summary>
    Atomic,

    /// <summary>A set of scalars: no two items are equal.</summary>
    Set,

    /// <summary>A map: no two items have equal keys.</summary>
    Map,
}

/// <summary>Says how a list merges, and for a map which properties of its items are the keys.</summary>
/// <param name="kind">How the list merges.</param>
/// <param name="keys">C# names of the key properties (<c>nameof</c>); for maps only.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ListTypeAttribute(ListKind kind, params string[] keys) : Attribute
{
    /// <summary>How the list merges.</summary>
    public ListKind Kind { get; } = kind;

    /// <summary>C# names of the key properties.</summary>
    public string[] Keys { get; } = keys;
}

/// <summary>
/// A key of every list of this type: a list whose items have such properties is a map by them. <c>[ListType]</c> on the list goes first.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ListMapKeyAttribute : Attribute;

/// <summary>The object or map is replaced as a whole in server-side apply.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AtomicAttribute : Attribute;

/// <summary>The server keeps fields here that the schema does not name.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PreserveUnknownFieldsAttribute : Attribute;
