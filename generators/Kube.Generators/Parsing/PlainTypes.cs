using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>The C# types that are copied and compared without a look inside.</summary>
internal static class PlainTypes
{
    private static readonly HashSet<string> s_comparable = new(StringComparer.Ordinal)
    {
        "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.DateTimeOffset", "System.Guid", "System.Uri", "System.Version",
        "Kube.Duration", "k8s.Models.ResourceQuantity",
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
        ["System.Text.Json.Nodes.JsonValue"] = false,
        ["System.Object"] = false,
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

    private static bool IsPrimitive(SpecialType type) =>
        type is SpecialType.System_String or SpecialType.System_DateTime or (>= SpecialType.System_Boolean and <= SpecialType.System_Double);
}
