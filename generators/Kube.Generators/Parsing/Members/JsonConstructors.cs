using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing.Members;

/// <summary>The constructor by which System.Text.Json makes an object.</summary>
internal static class JsonConstructors
{
    /// <summary>The marked one, else the public one without parameters, else the only public one; null when there is none of these.</summary>
    public static IMethodSymbol? Of(INamedTypeSymbol type, ParseContext context)
    {
        var all = type.InstanceConstructors.Where(c => !IsCopying(c)).ToList();
        var open = all.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToList();

        // Every struct has one without parameters, and is made with that. The pair of key and value is the exception.
        return all.FirstOrDefault(c => c.Has(KnownNames.JsonConstructor) && context.CanReach(c))
            ?? open.FirstOrDefault(c => c.Parameters.Length == 0 && !Collections.IsPair(type))
            ?? (open.Count(c => c.Parameters.Length > 0) == 1 ? open.First(c => c.Parameters.Length > 0) : null);
    }

    /// <summary>The constructor of records that copies.</summary>
    private static bool IsCopying(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);
}
