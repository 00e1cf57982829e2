using System.Text.RegularExpressions;

namespace Kube;

/// <summary>The formats of texts that API servers know. Others are no formats to them, and hold for every text.</summary>
internal static partial class SchemaFormat
{
    private const string Atom = @"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\uffff-]+";
    private const string Quoted = @"""([^""\\\r\n]|\\.)*""";
    private const string Address = $@"({Atom}(\.{Atom})*|{Quoted})@({Atom}(\.{Atom})*|\[[^\[\]\\\s]*\])";
    private const string Intensity = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";

    private static readonly Dictionary<string, Func<string, bool>> s_texts = new(StringComparer.Ordinal)
    {
        ["bsonobjectid"] = text => BsonId().IsMatch(text),
        ["byte"] = text => Base64().IsMatch(text),
        ["cidr"] = NetworkFormats.IsCidr,
        ["creditcard"] = ChecksumFormats.IsCreditCard,
        ["date"] = TimeFormats.IsDate,
        ["datetime"] = TimeFormats.IsDateTime,
        ["duration"] = TimeFormats.IsDuration,
        ["email"] = text => Email().IsMatch(text),
        ["hexcolor"] = text => HexColour().IsMatch(text),
        ["hostname"] = NetworkFormats.IsHostName,
        ["ipv4"] = text => text.Contains('.', StringComparison.Ordinal) && NetworkFormats.IsAddress(text, leadingZeros: true),
        ["ipv6"] = text => text.Contains(':', StringComparison.Ordinal) && NetworkFormats.IsAddress(text, leadingZeros: false),
        ["isbn"] = text => ChecksumFormats.IsIsbn10(text) || ChecksumFormats.IsIsbn13(text),
        ["isbn10"] = ChecksumFormats.IsIsbn10,
        ["isbn13"] = ChecksumFormats.IsIsbn13,
        ["mac"] = NetworkFormats.IsMac,
        ["password"] = _ => true,
        ["rgbcolor"] = text => RgbColour().IsMatch(text),
        ["ssn"] = text => text.Length == 11 && Ssn().IsMatch(text),
        ["uri"] = UriFormat.IsRequestUri,
        ["uuid"] = text => Uuid().IsMatch(text),
        ["uuid3"] = text => Uuid().IsMatch(text) && DigitsOf(text)[12] == '3',
        ["uuid4"] = text => Uuid().IsMatch(text) && DigitsOf(text)[12] == '4' && "89abAB".Contains(DigitsOf(text)[16], StringComparison.Ordinal),
        ["uuid5"] = text => Uuid().IsMatch(text) && DigitsOf(text)[12] == '5' && "89abAB".Contains(DigitsOf(text)[16], StringComparison.Ordinal),
    };

    /// <summary>Whether servers heed the format at values of the type; empty for any type.</summary>
    public static bool IsKnown(string type, string format) => type switch
    {
        "" or "string" => s_texts.ContainsKey(Normalize(format)),
        "integer" => format is "int32" or "int64",
        "number" => format is "float" or "double",
        _ => false,
    };

    public static bool IsValid(string format, string text) =>
        format.Length == 0 || !s_texts.TryGetValue(Normalize(format), out var isValid) || isValid(text);

    // "date-time" and "datetime" are the same, and so is every other name with hyphens.
    private static string Normalize(string format) => format.Replace("-", "", StringComparison.Ordinal);

    private static string DigitsOf(string uuid) => uuid.Replace("-", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^[0-9a-fA-F]{24}\z")]
    private static partial Regex BsonId();

    // At least one group of four: an empty text is no Base64 here.
    [GeneratedRegex(@"^([A-Za-z0-9+/]{4})*[A-Za-z0-9+/]{2}([A-Za-z0-9+/]{2}|[A-Za-z0-9+/]=|==)\z")]
    private static partial Regex Base64();

    // "Name <local@domain>", or the address alone.
    [GeneratedRegex($@"^\s*((({Quoted}|{Atom}|\.)\s*)*<\s*{Address}\s*>|{Address})\s*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"^#?([0-9a-fA-F]{3}){1,2}\z")]
    private static partial Regex HexColour();

    [GeneratedRegex($@"^rgb\(\s*{Intensity}\s*,\s*{Intensity}\s*,\s*{Intensity}\s*\)\z")]
    private static partial Regex RgbColour();

    [GeneratedRegex(@"^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}\z")]
    private static partial Regex Ssn();

    [GeneratedRegex(@"^[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}\z")]
    private static partial Regex Uuid();
}
