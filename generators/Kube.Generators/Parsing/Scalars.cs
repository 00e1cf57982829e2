using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>The C# types that have no parts in JSON.</summary>
internal static class Scalars
{
    /// <summary>Why a type that others cannot see is refused.</summary>
    public const string HiddenType = "generated code cannot see it; make it internal or public";

    private const string ForeignNumber = "no server keeps such numbers; use ";

    private static readonly Dictionary<string, ScalarKind> s_byName = new(StringComparer.Ordinal)
    {
        ["System.String"] = ScalarKind.Text,
        ["System.Boolean"] = ScalarKind.Boolean,
        ["System.SByte"] = ScalarKind.SByte,
        ["System.Byte"] = ScalarKind.Byte,
        ["System.Int16"] = ScalarKind.Int16,
        ["System.UInt16"] = ScalarKind.UInt16,
        ["System.Int32"] = ScalarKind.Int32,
        ["System.UInt32"] = ScalarKind.UInt32,
        ["System.Int64"] = ScalarKind.Int64,
        ["System.UInt64"] = ScalarKind.UInt64,
        ["System.Single"] = ScalarKind.Number,
        ["System.Double"] = ScalarKind.Number,
        ["System.Decimal"] = ScalarKind.Number,
        ["System.Char"] = ScalarKind.Character,
        ["System.DateTime"] = ScalarKind.DateTime,
        ["System.DateTimeOffset"] = ScalarKind.DateTime,
        ["System.DateOnly"] = ScalarKind.Date,

        // What System.Text.Json writes of these has no format that the server knows.
        ["System.TimeOnly"] = ScalarKind.Text,
        ["System.TimeSpan"] = ScalarKind.Text,
        ["System.Version"] = ScalarKind.Text,
        ["Kube.Duration"] = ScalarKind.Duration,
        ["System.Guid"] = ScalarKind.Uuid,
        ["System.Uri"] = ScalarKind.Uri,
        ["k8s.Models.ResourceQuantity"] = ScalarKind.Quantity,
        ["k8s.Models.IntOrString"] = ScalarKind.IntOrString,
        ["System.Text.Json.Nodes.JsonObject"] = ScalarKind.AnyObject,
        ["System.Text.Json.Nodes.JsonArray"] = ScalarKind.AnyList,
        ["System.Text.Json.Nodes.JsonNode"] = ScalarKind.Any,
        ["System.Text.Json.Nodes.JsonValue"] = ScalarKind.Any,
        ["System.Text.Json.JsonElement"] = ScalarKind.Any,
        ["System.Text.Json.JsonDocument"] = ScalarKind.Any,
        ["System.Object"] = ScalarKind.Any,
    };

    /// <summary>Types that look like scalars and are none that a schema has; and what to use instead.</summary>
    private static readonly Dictionary<string, string> s_refused = new(StringComparer.Ordinal)
    {
        ["System.Numerics.BigInteger"] = "JSON has its properties and not its value; use string with a pattern, or ResourceQuantity",
        ["System.Numerics.Complex"] = "JSON has its properties, and cannot read them; use two double properties",
        ["System.Half"] = ForeignNumber + "double",
        ["System.Int128"] = ForeignNumber + "long, or string with a pattern",
        ["System.UInt128"] = ForeignNumber + "long, or string with a pattern",
        ["System.Text.Rune"] = "JSON has its properties and not its value; use string with [Length(1, 1)]",
        ["System.Index"] = "JSON cannot read it; use int",
        ["System.Range"] = "JSON cannot read it; use two int properties",
        ["System.Type"] = "a type is no data; use string",
        ["System.Net.IPAddress"] = "JSON has its properties, and cannot read them; use string with [Format(\"ipv4\")] or [Format(\"ipv6\")]",
        ["System.Net.IPNetwork"] = "JSON has its properties, and cannot read them; use string with [Format(\"cidr\")]",
        ["System.Globalization.CultureInfo"] = "JSON cannot read it; use string",
        ["System.TimeZoneInfo"] = "JSON cannot read it; use string with its id",
        ["System.Text.RegularExpressions.Regex"] = "JSON cannot read it; use string",
    };

    public static ScalarKind? Parse(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => ScalarKind.Bytes,
        INamedTypeSymbol { IsGenericType: false } named when s_byName.TryGetValue(named.FullName(), out var kind) => kind,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } named when IsMemory(named) => ScalarKind.Bytes,
        _ => null,
    };

    /// <summary>Why no schema has the type, and what to use instead; null when that is not the reason.</summary>
    public static string? WhyRefused(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "an address means nothing elsewhere; use the value",
        IDynamicTypeSymbol => "System.Text.Json generates no code for it; use JsonNode or object",
        { TypeKind: TypeKind.Delegate } => "code is no data",
        { TypeKind: TypeKind.TypeParameter } => "it may be any type; use a closed one",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "its size is that of the machine; use long",
        IErrorTypeSymbol { CandidateReason: CandidateReason.Inaccessible } => HiddenType,
        { TypeKind: TypeKind.Error } => "there is no such type; what another source generator makes is not seen here",
        INamedTypeSymbol { IsTupleType: true } => "JSON has nothing of a tuple; use a record",
        INamedTypeSymbol named when named.GenericName() == "System.Tuple" => "its parts have no names; use a record",
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Char }] } named when IsMemory(named) => "use string",
        INamedTypeSymbol { IsRefLikeType: true } => "it lives on the stack alone; use an array",
        INamedTypeSymbol named when s_refused.TryGetValue(named.FullName(), out var reason) => reason,
        _ => null,
    };

    private static bool IsMemory(INamedTypeSymbol type) => type.GenericName() is "System.Memory" or "System.ReadOnlyMemory";
}
