using System.Globalization;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Values of attributes as JSON.</summary>
internal static class AttributeValues
{
    /// <summary>A number as JSON writes it; the text itself of a text; empty for anything else.</summary>
    public static string Number(object? value) => value switch
    {
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value as string ?? "",
    };

    /// <summary>Allowed values as JSON texts. A null is left out: it means that the property may be absent.</summary>
    public static EquatableArray<string> Json(IEnumerable<TypedConstant> values) =>
        values.Where(v => !v.IsNull).Select(v => JsonPrinter.Print(JsonOf(v))).ToEquatableArray();

    private static JsonValue JsonOf(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type } => JsonValue.Of(NameOf(type, constant.Value)),
        { Value: string text } => JsonValue.Of(text),
        { Value: char letter } => JsonValue.Of(letter.ToString()),
        { Value: bool truth } => JsonValue.Of(truth),
        _ => new JsonNumber(Number(constant.Value)),
    };

    /// <summary>The JSON name of the member with a value; the number itself when there is none.</summary>
    public static string NameOf(INamedTypeSymbol type, object? value)
    {
        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value));
        return member?.Attribute(KnownNames.JsonStringEnumMemberName)?.Argument(0) as string ?? member?.Name ?? Number(value);
    }
}
