using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>The C# types that are lists and maps in JSON.</summary>
internal static class Collections
{
    private static readonly HashSet<string> s_lists = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.IEnumerable",
        "System.Collections.Generic.ICollection",
        "System.Collections.Generic.IReadOnlyCollection",
        "System.Collections.Generic.IList",
        "System.Collections.Generic.IReadOnlyList",
        "System.Collections.Generic.List",
        "System.Collections.ObjectModel.Collection",
        "System.Collections.ObjectModel.ReadOnlyCollection",
        "System.Collections.Immutable.ImmutableArray",
        "System.Collections.Immutable.IImmutableList",
        "System.Collections.Immutable.ImmutableList",
    };

    private static readonly HashSet<string> s_sets = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.ISet",
        "System.Collections.Generic.IReadOnlySet",
        "System.Collections.Generic.HashSet",
        "System.Collections.Generic.SortedSet",
        "System.Collections.Immutable.IImmutableSet",
        "System.Collections.Immutable.ImmutableHashSet",
        "System.Collections.Immutable.ImmutableSortedSet",
    };

    private static readonly HashSet<string> s_maps = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.IDictionary",
        "System.Collections.Generic.IReadOnlyDictionary",
        "System.Collections.Generic.Dictionary",
        "System.Collections.Generic.SortedDictionary",
        "System.Collections.Immutable.IImmutableDictionary",
        "System.Collections.Immutable.ImmutableDictionary",
        "System.Collections.Immutable.ImmutableSortedDictionary",
    };

    /// <summary>The item type of a list; null when the type is none.</summary>
    public static (ITypeSymbol Items, bool IsSet)? ItemsOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => (array.ElementType, false),
        INamedTypeSymbol { TypeArguments.Length: 1 } named when s_lists.Contains(named.GenericName()) => (named.TypeArguments[0], false),
        INamedTypeSymbol { TypeArguments.Length: 1 } named when s_sets.Contains(named.GenericName()) => (named.TypeArguments[0], true),
        _ => null,
    };

    /// <summary>Key and value types of a map; null when the type is none.</summary>
    public static (ITypeSymbol Key, ITypeSymbol Value)? EntriesOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 2 } named && s_maps.Contains(named.GenericName())
            ? (named.TypeArguments[0], named.TypeArguments[1])
            : null;
}
