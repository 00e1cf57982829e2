using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing.Members;

/// <summary>Finds the members of a type.</summary>
internal static class TypeMembers
{
    /// <summary>Members of a type and its bases, base first. One that is overridden or hidden counts once, as the derived type has it.</summary>
    public static IReadOnlyList<TypeMember> Of(INamedTypeSymbol type, ParseContext context)
    {
        var flows = new JsonFlows(type, context);
        var order = new List<string>();
        var byName = new Dictionary<string, ISymbol>(StringComparer.Ordinal);
        foreach (var symbol in Hierarchy(type).SelectMany(t => t.GetMembers()).Where(IsCandidate))
        {
            if (!byName.ContainsKey(symbol.Name))
            {
                order.Add(symbol.Name);
            }

            byName[symbol.Name] = symbol;
        }

        return [.. order.Select(n => flows.Member(byName[n]))];
    }

    /// <summary>
    /// Members that a more derived one hides or overrides, and that JSON has all the same: under another name, or because the more
    /// derived one is ignored.
    /// </summary>
    public static IEnumerable<(ISymbol Hidden, TypeMember By)> Leaking(INamedTypeSymbol type, IReadOnlyList<TypeMember> members, ParseContext context)
    {
        var flows = new JsonFlows(type, context);
        foreach (var hidden in Hierarchy(type).SelectMany(t => t.GetMembers()).Where(IsCandidate))
        {
            var by = members.First(m => m.Name == hidden.Name);
            if (SymbolEqualityComparer.Default.Equals(by.Symbol, hidden) || flows.Member(hidden).Flow is JsonFlow.None)
            {
                continue;
            }

            var isOverridden = by.Symbol is IPropertySymbol { IsOverride: true };
            var isCovered = by.Flow is JsonFlow.None ? isOverridden : by.JsonName == JsonNames.Of(hidden);
            if (!isCovered)
            {
                yield return (hidden, by);
            }
        }
    }

    /// <summary>The type and its bases, base first; of an interface, those that it extends.</summary>
    private static IEnumerable<INamedTypeSymbol> Hierarchy(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            chain.Push(current);
        }

        return type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Append(type) : chain;
    }

    private static bool IsCandidate(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => !property.IsStatic && !property.IsIndexer && property.ExplicitInterfaceImplementations.IsEmpty
            && IsDeclared(property),
        IFieldSymbol field => !field.IsStatic && !field.IsConst && field.AssociatedSymbol is null && IsDeclared(field),
        _ => false,
    };

    /// <summary>Whether the member is meant for others, by its accessibility or by an attribute.</summary>
    private static bool IsDeclared(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Public || symbol.Has(KnownNames.JsonInclude);
}
