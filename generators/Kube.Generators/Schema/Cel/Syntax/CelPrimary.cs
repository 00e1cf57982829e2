using System.Globalization;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Syntax;

/// <summary>Constants and words of the language.</summary>
internal static class CelPrimary
{
    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal) { "true", "false", "null", "in" };

    private static readonly HashSet<string> s_reserved = new(StringComparer.Ordinal)
    {
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return",
        "var", "void", "while",
    };

    /// <summary>Words that are no names anywhere.</summary>
    public static bool IsKeyword(string word) => s_keywords.Contains(word);

    /// <summary>Words that are no names of variables.</summary>
    public static bool IsReserved(string word) => s_reserved.Contains(word);

    /// <summary>The constant that a token is; null when it is none.</summary>
    public static CelLiteral? Literal(CelToken token) => token.Kind switch
    {
        CelTokenKind.String => Of(CelType.String, token),
        CelTokenKind.Bytes => Of(CelType.Bytes, token),
        CelTokenKind.Int or CelTokenKind.Uint or CelTokenKind.Double => Number(token, token.Start),
        CelTokenKind.Identifier when token.Text is "true" or "false" => Of(CelType.Bool, token),
        CelTokenKind.Identifier when token.Text == "null" => Of(CelType.Null, token),
        _ => null,
    };

    /// <summary>A number with the sign before it.</summary>
    /// <param name="token">The digits.</param>
    /// <param name="start">Where it begins; before the digits when there is a minus.</param>
    /// <exception cref="CelSyntaxException">It does not fit 64 bits.</exception>
    public static CelLiteral Number(CelToken token, int start)
    {
        var isNegative = start < token.Start;
        var text = (isNegative ? "-" : "") + token.Text;
        if (token.Kind == CelTokenKind.Double)
        {
            return new(CelType.Double, text, start, token.End);
        }

        var digits = token.Text.TrimEnd('u', 'U');
        var isHex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var limit = token.Kind == CelTokenKind.Uint ? ulong.MaxValue : isNegative ? 1UL << 63 : long.MaxValue;
        var fits = ulong.TryParse(
            isHex ? digits.Substring(2) : digits,
            isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var value);
        return fits && value <= limit
            ? new(token.Kind == CelTokenKind.Uint ? CelType.Uint : CelType.Int, text, start, token.End)
            : throw new CelSyntaxException($"{text} does not fit 64 bits", start, token.End);
    }

    public static CelLiteral FieldName(CelToken token) => new(CelType.String, token.Text, token.Start, token.End);

    private static CelLiteral Of(CelType type, CelToken token) => new(type, token.Text, token.Start, token.End);
}
