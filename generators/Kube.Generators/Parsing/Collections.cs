using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>The C# types that are lists and maps in JSON: those that System.Text.Json both writes and reads.</summary>
internal static class Collections
{
    private const string Generic = "System.Collections.Generic.";
    private const string Objects = "System.Collections.ObjectModel.";
    private const string Concurrent = "System.Collections.Concurrent.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string Frozen = "System.Collections.Frozen.";

    private static readonly HashSet<string> s_lists = new(StringComparer.Ordinal)
    {
        Generic + "IEnumerable", Generic + "ICollection", Generic + "IReadOnlyCollection", Generic + "IList", Generic + "IReadOnlyList",
        Generic + "List", Generic + "LinkedList", Generic + "Queue", Objects + "Collection", Objects + "ObservableCollection",
        Concurrent + "ConcurrentQueue", Immutable + "ImmutableArray", Immutable + "IImmutableList", Immutable + "ImmutableList",
        Immutable + "IImmutableQueue", Immutable + "ImmutableQueue", "System.Memory", "System.ReadOnlyMemory",
    };

    private static readonly HashSet<string> s_sets = new(StringComparer.Ordinal)
    {
        Generic + "ISet", Generic + "HashSet", Generic + "SortedSet", Immutable + "IImmutableSet", Immutable + "ImmutableHashSet",
        Immutable + "ImmutableSortedSet",
    };

    private static readonly HashSet<string> s_maps = new(StringComparer.Ordinal)
    {
        Generic + "IDictionary", Generic + "IReadOnlyDictionary", Generic + "Dictionary", Generic + "SortedDictionary", Generic + "SortedList",
        Generic + "OrderedDictionary", Concurrent + "ConcurrentDictionary", Immutable + "IImmutableDictionary",
        Immutable + "ImmutableDictionary", Immutable + "ImmutableSortedDictionary",
    };

    /// <summary>What System.Text.Json writes but cannot read, or reads otherwise than it wrote; and what to use instead.</summary>
    private static readonly Dictionary<string, string> s_refused = new(StringComparer.Ordinal)
    {
        [Generic + "IReadOnlySet"] = "JSON cannot fill it; use ISet<T>",
        [Objects + "ReadOnlySet"] = "JSON cannot fill it; use ISet<T>",
        [Frozen + "FrozenSet"] = "JSON cannot fill it; use ImmutableHashSet<T>",
        [Frozen + "FrozenDictionary"] = "JSON cannot fill it; use ImmutableDictionary<TKey, TValue>",
        [Objects + "ReadOnlyCollection"] = "JSON cannot fill it; use IReadOnlyList<T>",
        [Objects + "ReadOnlyObservableCollection"] = "JSON cannot fill it; use ObservableCollection<T>",
        [Objects + "ReadOnlyDictionary"] = "JSON cannot fill it; use IReadOnlyDictionary<TKey, TValue>",
        [Concurrent + "ConcurrentBag"] = "JSON cannot fill it; use ConcurrentQueue<T>",
        [Concurrent + "BlockingCollection"] = "JSON cannot fill it; use ConcurrentQueue<T>",
        ["System.ArraySegment"] = "JSON cannot fill it; use Memory<T>",
        [Generic + "Stack"] = "each reading of its JSON turns it upside down; use List<T>",
        [Concurrent + "ConcurrentStack"] = "each reading of its JSON turns it upside down; use ConcurrentQueue<T>",
        [Immutable + "ImmutableStack"] = "each reading of its JSON turns it upside down; use ImmutableList<T>",
        [Immutable + "IImmutableStack"] = "each reading of its JSON turns it upside down; use ImmutableList<T>",
        [Generic + "IAsyncEnumerable"] = "it has no end that an object could wait for; use IReadOnlyList<T>",
    };

    private static readonly HashSet<string> s_fixed = new(StringComparer.Ordinal)
    {
        Generic + "IEnumerable", Generic + "IReadOnlyCollection", Generic + "IReadOnlyList", Generic + "IReadOnlyDictionary",
        "System.Memory", "System.ReadOnlyMemory",
    };

    /// <summary>The item type of a list; null when the type is none.</summary>
    public static (ITypeSymbol Items, bool IsSet)? ItemsOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => (array.ElementType, false),
        INamedTypeSymbol { TypeArguments.Length: 1 } named when s_lists.Contains(named.GenericName()) => (named.TypeArguments[0], false),
        INamedTypeSymbol { TypeArguments.Length: 1 } named when s_sets.Contains(named.GenericName()) => (named.TypeArguments[0], true),
        INamedTypeSymbol named when IsFilled(named) && ArgumentsOf(named, "ICollection") is [var items] && ArgumentsOf(named, "IDictionary").IsEmpty =>
            (items, !ArgumentsOf(named, "ISet").IsEmpty),
        _ => null,
    };

    /// <summary>Key and value types of a map; null when the type is none.</summary>
    public static (ITypeSymbol Key, ITypeSymbol Value)? EntriesOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeArguments.Length: 2 } named when s_maps.Contains(named.GenericName()) => (named.TypeArguments[0], named.TypeArguments[1]),
        INamedTypeSymbol named when IsFilled(named) && ArgumentsOf(named, "IDictionary") is [var key, var value] => (key, value),
        _ => null,
    };

    /// <summary>Why a collection cannot be used; null when it can, or when the type is none.</summary>
    public static string? WhyRefused(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named)
        {
            return type is IArrayTypeSymbol { Rank: > 1 } ? "an array of several dimensions has no JSON; use arrays of arrays" : null;
        }

        return s_refused.TryGetValue(named.GenericName(), out var reason) ? reason
            : ItemsOf(type) is not null || EntriesOf(type) is not null || !IsEnumerable(named) ? null
            : named.TypeArguments.Length == 0 && named.FullName().StartsWith("System.Collections.", StringComparison.Ordinal)
                ? "it does not say what its items are; use List<T> or Dictionary<string, T>"
            : "JSON makes a list of what can be enumerated, and cannot fill this one: implement ICollection<T> and have a public constructor "
                + "without parameters, or use List<T>";
    }

    /// <summary>Whether JSON can add to what is there already.</summary>
    public static bool CanFill(INamedTypeSymbol type) =>
        ItemsOf(type) is not null || EntriesOf(type) is not null
            ? !s_fixed.Contains(type.GenericName()) && !type.GenericName().StartsWith(Immutable, StringComparison.Ordinal)
            : type.TypeKind == TypeKind.Class && !type.Has(KnownNames.JsonConverter) && Scalars.Parse(type) is null;

    /// <summary>Whether a type is a pair of key and value, which is an object in JSON.</summary>
    public static bool IsPair(ITypeSymbol type) => type is INamedTypeSymbol named && named.GenericName() == Generic + "KeyValuePair";

    /// <summary>Whether a type is a collection class of somebody's own that JSON can make and fill.</summary>
    private static bool IsFilled(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false }
        && !s_refused.ContainsKey(type.GenericName())
        && !type.IsOfSystem()
        && type.InstanceConstructors.Any(c => c.Parameters.Length == 0 && c.DeclaredAccessibility == Accessibility.Public);

    private static bool IsEnumerable(INamedTypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && type.AllInterfaces.Append(type).Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    /// <summary>The arguments of a generic interface that a type implements; none when it does not.</summary>
    private static ImmutableArray<ITypeSymbol> ArgumentsOf(INamedTypeSymbol type, string name) =>
        type.AllInterfaces.FirstOrDefault(i => i.GenericName() == Generic + name && i.IsGenericType)?.TypeArguments ?? ImmutableArray<ITypeSymbol>.Empty;
}
