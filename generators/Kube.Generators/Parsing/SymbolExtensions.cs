using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat s_fullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>Namespace, containing types, name and type arguments, as code has it: <c>Shop.@event.Order</c>. No <c>global::</c>, and no keywords such as <c>int</c>.</summary>
    public static string FullName(this ISymbol symbol) => symbol.ToDisplayString(s_fullName);

    /// <summary>As <see cref="FullName(ISymbol)"/> with the question marks of type arguments: properties that are such an argument differ in them.</summary>
    public static string FullNameWithNullability(this INamedTypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            .ToDisplayString(s_fullName.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    /// <summary>As <see cref="FullName(ISymbol)"/> without type arguments: <c>System.Collections.Generic.List</c>.</summary>
    public static string GenericName(this INamedTypeSymbol type) =>
        type.ToDisplayString(s_fullName.WithGenericsOptions(SymbolDisplayGenericsOptions.None));

    /// <summary>Whether a type is one of .NET itself.</summary>
    public static bool IsOfSystem(this ITypeSymbol type) =>
        type.ContainingNamespace?.FullName() is { } home && (home == "System" || home.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>Whether a type is one of the Kubernetes model, of which the facts table knows more than its C# form says.</summary>
    public static bool IsOfKubernetes(this ITypeSymbol type) => type.ContainingNamespace?.FullName() == KnownNames.KubernetesModels;

    public static AttributeData? Attribute(this ISymbol symbol, string fullName) => symbol.Attributes(fullName).FirstOrDefault();

    public static IEnumerable<AttributeData> Attributes(this ISymbol symbol, string fullName) =>
        symbol.GetAttributes().Where(a => a.AttributeClass?.FullName() == fullName);

    public static bool Has(this ISymbol symbol, string attributeName) => symbol.Attribute(attributeName) is not null;

    /// <summary>A constructor argument; null when there is none at this place.</summary>
    public static object? Argument(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array } argument
            ? argument.Value
            : null;

    /// <summary>The values of an array argument, also of <c>params</c>.</summary>
    public static IEnumerable<TypedConstant> Arguments(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Array, Values.IsDefault: false } argument
            ? (IEnumerable<TypedConstant>)argument.Values
            : [];

    /// <summary>The value of a named argument; the default of the type when it is not set.</summary>
    public static T? Named<T>(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value is { Kind: not TypedConstantKind.Array, Value: T value }
            ? value
            : default;

    /// <summary>The types of a named array argument.</summary>
    public static IEnumerable<INamedTypeSymbol> NamedTypes(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value
            is { Kind: TypedConstantKind.Array, Values.IsDefault: false } types
            ? types.Values.Select(v => v.Value).OfType<INamedTypeSymbol>()
            : [];

    /// <summary>The texts of a named array argument.</summary>
    public static IEnumerable<string> NamedTexts(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value
            is { Kind: TypedConstantKind.Array, Values.IsDefault: false } texts
            ? texts.Values.Select(v => v.Value).OfType<string>()
            : [];
}
