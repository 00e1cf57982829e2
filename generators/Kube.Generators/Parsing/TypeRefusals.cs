using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Why a type that is no scalar cannot be part of a custom resource, and what to use instead.</summary>
internal static class TypeRefusals
{
    /// <summary>More type arguments within each other than anybody writes: the type grows with each step into it.</summary>
    private const int MostNesting = 16;

    /// <summary>The reason; null when there is none.</summary>
    public static string? Why(ITypeSymbol type, ParseContext context) =>
        Scalars.WhyRefused(type)
        ?? Collections.WhyRefused(type)
        ?? (IsHidden(type, context) ? Scalars.HiddenType : null)
        ?? (type is INamedTypeSymbol { TypeKind: not TypeKind.Enum } named && !IsCollection(named) ? WhyNoObject(named) : null);

    /// <summary>Whether a generic type contains itself in an ever larger form, so that there is no end to it.</summary>
    public static bool IsEndless(ITypeSymbol type) => NestingOf(type) > MostNesting;

    private static int NestingOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => NestingOf(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: > 0 } named => 1 + named.TypeArguments.Max(NestingOf),
        _ => 0,
    };

    private static bool IsHidden(ITypeSymbol type, ParseContext context) =>
        type is INamedTypeSymbol named && (!context.CanReach(named) || IsFileLocal(named));

    /// <summary>Whether only the file of a type knows it.</summary>
    public static bool IsFileLocal(INamedTypeSymbol type) => type.IsFileLocal || (type.ContainingType is { } outer && IsFileLocal(outer));

    private static bool IsCollection(INamedTypeSymbol type) => Collections.ItemsOf(type) is not null || Collections.EntriesOf(type) is not null;

    private static string? WhyNoObject(INamedTypeSymbol type) =>
        type.IsOfSystem() && !Collections.IsPair(type) ? "use one of the types that the page of this diagnostic lists"
        : UnionParser.IsUnion(type) ? null
        : type.TypeKind == TypeKind.Interface ? "an interface does not say which properties there are; use a class, or list the types with [JsonDerivedType]"
        : type.IsStatic ? "a static class has no objects"
        : type.IsAbstract ? "an abstract type does not say which properties there are; use a concrete one, or list the derived ones with [JsonDerivedType]"
        : null;
}
