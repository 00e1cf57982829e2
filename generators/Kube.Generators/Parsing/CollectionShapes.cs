using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>How generated code copies the collections of .NET. What is not here goes by way of JSON.</summary>
internal static class CollectionShapes
{
    private const string Generic = "System.Collections.Generic.";
    private const string Objects = "System.Collections.ObjectModel.";
    private const string Concurrent = "System.Collections.Concurrent.";
    private const string Immutable = "System.Collections.Immutable.";

    private static readonly Dictionary<string, Copying> s_forms = new(StringComparer.Ordinal)
    {
        [Generic + "IEnumerable"] = Copying.List,
        [Generic + "ICollection"] = Copying.List,
        [Generic + "IReadOnlyCollection"] = Copying.List,
        [Generic + "IList"] = Copying.List,
        [Generic + "IReadOnlyList"] = Copying.List,
        [Generic + "List"] = Copying.List,
        [Generic + "ISet"] = Copying.Set,
        [Generic + "HashSet"] = Copying.Set,
        [Generic + "IDictionary"] = Copying.Map,
        [Generic + "IReadOnlyDictionary"] = Copying.Map,
        [Generic + "Dictionary"] = Copying.Map,
        [Generic + "LinkedList"] = Copying.Constructor,
        [Generic + "Queue"] = Copying.Constructor,
        [Generic + "SortedSet"] = Copying.Constructor,
        [Generic + "SortedDictionary"] = Copying.Constructor,
        [Generic + "SortedList"] = Copying.Constructor,
        [Generic + "OrderedDictionary"] = Copying.Constructor,
        [Objects + "Collection"] = Copying.Constructor,
        [Objects + "ObservableCollection"] = Copying.Constructor,
        [Concurrent + "ConcurrentQueue"] = Copying.Constructor,
        [Concurrent + "ConcurrentDictionary"] = Copying.Constructor,
        [Immutable + "IImmutableList"] = Copying.Sharing,
        [Immutable + "ImmutableList"] = Copying.Sharing,
        [Immutable + "IImmutableQueue"] = Copying.Sharing,
        [Immutable + "ImmutableQueue"] = Copying.Sharing,
        [Immutable + "IImmutableSet"] = Copying.Sharing,
        [Immutable + "ImmutableHashSet"] = Copying.Sharing,
        [Immutable + "ImmutableSortedSet"] = Copying.Sharing,
        [Immutable + "IImmutableDictionary"] = Copying.Sharing,
        [Immutable + "ImmutableDictionary"] = Copying.Sharing,
        [Immutable + "ImmutableSortedDictionary"] = Copying.Sharing,
    };

    public static Copying CopyingOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => Copying.Array,
        INamedTypeSymbol named when s_forms.TryGetValue(named.GenericName(), out var form) => form,
        _ => Copying.Json,
    };
}
