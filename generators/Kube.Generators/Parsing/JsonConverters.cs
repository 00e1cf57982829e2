using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>What is known of converters.</summary>
internal static class JsonConverters
{
    /// <summary>The converter that an attribute of a member or type names; null when there is none.</summary>
    public static INamedTypeSymbol? Of(ISymbol symbol) => symbol.Attribute(KnownNames.JsonConverter)?.Argument(0) as INamedTypeSymbol;

    /// <summary>Whether a converter writes enums as their names.</summary>
    public static bool WritesEnumText(INamedTypeSymbol converter) => converter.GenericName() == KnownNames.JsonStringEnumConverter;

    /// <summary>Whether a converter writes enums as their numbers.</summary>
    public static bool WritesEnumNumber(INamedTypeSymbol converter) => converter.GenericName() == KnownNames.JsonNumberEnumConverter;

    /// <summary>Whether a converter is one of <c>Kube.Core</c>, which keep the form that the type has anyway.</summary>
    public static bool IsOfKube(INamedTypeSymbol converter) =>
        converter.ContainingNamespace.FullName() == "Kube" && converter.ContainingAssembly.Name == "Kube.Core";

    /// <summary>The type that a converter writes; null for factories, which write many.</summary>
    public static ITypeSymbol? SubjectOf(INamedTypeSymbol converter)
    {
        for (var type = converter.BaseType; type is not null; type = type.BaseType)
        {
            if (type.GenericName() == KnownNames.JsonConverterOfType && type.TypeArguments.Length == 1)
            {
                return type.TypeArguments[0];
            }
        }

        return null;
    }
}
