using System.Globalization;
using Kube.Generators.Json;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing.Initialisers;

/// <summary>C# constants as the JSON that System.Text.Json writes of them.</summary>
internal static class ScalarConstants
{
    /// <summary>A constant that a property of the type is set to; null when the conversion to the type is known to running code only.</summary>
    public static JsonValue? Of(object value, ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
        {
            return JsonValue.Of(AttributeValues.NameOf(enumeration, value));
        }

        return type.SpecialType switch
        {
            SpecialType.System_Single => Finite(Convert.ToSingle(value, CultureInfo.InvariantCulture)),
            SpecialType.System_Double => Finite(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_Object => Plain(value),
            >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_Decimal => new JsonNumber(Number(value)),
            _ => OfConverted(value, type.FullName()),
        };
    }

    /// <summary>What JSON has when nothing was set; null for types that are more than one value.</summary>
    public static JsonValue? Zero(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } enumeration =>
            Of(Convert.ChangeType(0, TypeOf(underlying.SpecialType), CultureInfo.InvariantCulture), enumeration),
        { SpecialType: SpecialType.System_Boolean } => JsonValue.Of(false),
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => JsonValue.Of(0),
        _ => null,
    };

    /// <summary>Types that a constant converts to by an operator whose result is certain.</summary>
    private static JsonValue? OfConverted(object value, string type) => (type, value) switch
    {
        (KnownNames.Quantity, string or sbyte or byte or short or ushort or int or uint or long or ulong or decimal) =>
            JsonValue.Of(value as string ?? Number(value)),
        (KnownNames.IntOrString, string text) => IntOrString(text),
        (KnownNames.IntOrString, sbyte or byte or short or ushort or int or long) => new JsonNumber(Number(value)),
        ("System.Text.Json.Nodes.JsonNode", _) => Plain(value),
        _ => null,
    };

    /// <summary>A text of digits is written as a number.</summary>
    private static JsonValue IntOrString(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Of(number) : JsonValue.Of(text);

    private static JsonValue? Plain(object value) => value switch
    {
        string text => JsonValue.Of(text),
        bool truth => JsonValue.Of(truth),
        char letter => JsonValue.Of(letter.ToString()),
        double number => Finite(number),
        float number => Finite(number),
        _ => new JsonNumber(Number(value)),
    };

    private static JsonNumber? Finite(double number) =>
        double.IsNaN(number) || double.IsInfinity(number) ? null : new(AttributeValues.Number(number));

    private static JsonNumber? Finite(float number) =>
        float.IsNaN(number) || float.IsInfinity(number) ? null : new(AttributeValues.Number(number));

    private static string Number(object value) => AttributeValues.Number(value is char letter ? (int)letter : value);

    private static Type TypeOf(SpecialType type) => type switch
    {
        SpecialType.System_SByte => typeof(sbyte),
        SpecialType.System_Byte => typeof(byte),
        SpecialType.System_Int16 => typeof(short),
        SpecialType.System_UInt16 => typeof(ushort),
        SpecialType.System_UInt32 => typeof(uint),
        SpecialType.System_Int64 => typeof(long),
        SpecialType.System_UInt64 => typeof(ulong),
        _ => typeof(int),
    };
}
