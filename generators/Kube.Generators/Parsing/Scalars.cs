using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>The C# types that have no parts in JSON.</summary>
internal static class Scalars
{
    private static readonly Dictionary<string, ScalarKind> s_byName = new(StringComparer.Ordinal)
    {
        ["System.String"] = ScalarKind.Text,
        ["System.Boolean"] = ScalarKind.Boolean,
        ["System.Int32"] = ScalarKind.Int32,
        ["System.Int64"] = ScalarKind.Int64,
        ["System.Single"] = ScalarKind.Number,
        ["System.Double"] = ScalarKind.Number,
        ["System.Decimal"] = ScalarKind.Number,
        ["System.DateTime"] = ScalarKind.DateTime,
        ["System.DateTimeOffset"] = ScalarKind.DateTime,
        ["System.DateOnly"] = ScalarKind.Date,
        ["System.Guid"] = ScalarKind.Uuid,
        ["System.Uri"] = ScalarKind.Uri,
        ["k8s.Models.ResourceQuantity"] = ScalarKind.Quantity,
        ["k8s.Models.IntOrString"] = ScalarKind.IntOrString,
        ["System.Text.Json.Nodes.JsonObject"] = ScalarKind.AnyObject,
        ["System.Text.Json.Nodes.JsonNode"] = ScalarKind.Any,
        ["System.Text.Json.JsonElement"] = ScalarKind.Any,
        ["System.Text.Json.JsonDocument"] = ScalarKind.Any,
        ["System.Object"] = ScalarKind.Any,
    };

    public static ScalarKind? Parse(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => ScalarKind.Bytes,
        INamedTypeSymbol { IsGenericType: false } named when s_byName.TryGetValue(named.FullName(), out var kind) => kind,
        _ => null,
    };
}
