using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>The C# types that are copied and compared without a look inside.</summary>
internal static class PlainTypes
{
    private static readonly HashSet<string> s_comparable = new(StringComparer.Ordinal)
    {
        "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.DateTimeOffset", "System.Guid", "System.Uri", "System.Version",
        "k8s.Models.ResourceQuantity",
    };

    /// <summary>Whether copies may share a value of the type.</summary>
    private static readonly Dictionary<string, bool> s_helped = new(StringComparer.Ordinal)
    {
        ["k8s.Models.IntOrString"] = true,
        ["System.Text.Json.JsonElement"] = true,
        ["System.Text.Json.JsonDocument"] = true,
        ["System.Text.Json.Nodes.JsonNode"] = false,
        ["System.Text.Json.Nodes.JsonObject"] = false,
        ["System.Text.Json.Nodes.JsonArray"] = false,
        ["System.Object"] = false,
    };

    private static readonly HashSet<string> s_hashSets = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.ISet", "System.Collections.Generic.IReadOnlySet", "System.Collections.Generic.HashSet",
    };

    private static readonly HashSet<string> s_lists = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.IEnumerable", "System.Collections.Generic.ICollection", "System.Collections.Generic.IReadOnlyCollection",
        "System.Collections.Generic.IList", "System.Collections.Generic.IReadOnlyList", "System.Collections.Generic.List",
    };

    private static readonly HashSet<string> s_dictionaries = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.IDictionary", "System.Collections.Generic.IReadOnlyDictionary", "System.Collections.Generic.Dictionary",
    };

    /// <summary>The shape of a type without parts; null when it has some.</summary>
    public static ValueShape? Of(ITypeSymbol type, string name, bool isNullable)
    {
        if (type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
        {
            return new HelpedShape(name, isNullable, IsImmutable: false);
        }

        if (type.TypeKind == TypeKind.Enum || IsPrimitive(type.SpecialType))
        {
            return new PlainShape(name, isNullable, HasOperator: true);
        }

        if (type.SpecialType != SpecialType.System_Object && type is not INamedTypeSymbol { IsGenericType: false })
        {
            return null;
        }

        var fullName = type.FullName();
        return s_comparable.Contains(fullName) ? new PlainShape(name, isNullable, HasOperator: true)
            : s_helped.TryGetValue(fullName, out var isImmutable) ? new HelpedShape(name, isNullable, isImmutable)
            : null;
    }

    /// <summary>The method that copies a list; null when none makes a list of this type.</summary>
    public static string? ListHelperOf(ITypeSymbol type, bool isSet) => type switch
    {
        IArrayTypeSymbol => "CopyArray",
        INamedTypeSymbol named when isSet && s_hashSets.Contains(named.GenericName()) => "CopySet",
        INamedTypeSymbol named when s_lists.Contains(named.GenericName()) => "CopyList",
        _ => null,
    };

    public static bool IsDictionary(ITypeSymbol type) => type is INamedTypeSymbol named && s_dictionaries.Contains(named.GenericName());

    private static bool IsPrimitive(SpecialType type) =>
        type is SpecialType.System_String or SpecialType.System_DateTime or (>= SpecialType.System_Boolean and <= SpecialType.System_Double);
}
