using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing.Initialisers;

/// <summary>The constructor by which System.Text.Json makes an object.</summary>
internal static class JsonConstructors
{
    /// <summary>The parameter that sets a property; null when none does.</summary>
    public static IParameterSymbol? ParameterOf(IPropertySymbol property) => Of(property.ContainingType)?.Parameters
        .FirstOrDefault(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The marked one, else the public one without parameters, else the only public one.</summary>
    private static IMethodSymbol? Of(INamedTypeSymbol type)
    {
        if (type.InstanceConstructors.FirstOrDefault(c => c.Has(KnownNames.JsonConstructor)) is { } marked)
        {
            return marked;
        }

        var all = type.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public && !c.IsImplicitlyDeclared).ToList();
        return all.FirstOrDefault(c => c.Parameters.Length == 0) ?? (all.Count == 1 ? all[0] : null);
    }
}
