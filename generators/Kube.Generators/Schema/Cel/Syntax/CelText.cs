using System.Globalization;
using System.Text;

namespace Kube.Generators.Schema.Cel.Syntax;

/// <summary>Reads texts and bytes: single and triple quotes of both kinds, raw ones, and all escapes.</summary>
internal static class CelText
{
    private const string Escapes = "abfnrtv\\?\"'`";
    private const string Escaped = "\a\b\f\n\r\t\v\\?\"'`";

    /// <summary>The text that begins at a place; null when none does.</summary>
    /// <exception cref="CelSyntaxException">It has no end, or an escape that the language does not know.</exception>
    public static CelToken? TryRead(string rule, int start)
    {
        var position = start;
        var isBytes = Take('b');
        var isRaw = Take('r');
        if (position >= rule.Length || rule[position] is not ('"' or '\''))
        {
            return null;
        }

        var quote = new string(rule[position], 3);
        quote = string.CompareOrdinal(rule, position, quote, 0, 3) == 0 ? quote : quote.Substring(2);
        var content = new StringBuilder();
        for (position += quote.Length; position < rule.Length; position++)
        {
            if (string.CompareOrdinal(rule, position, quote, 0, quote.Length) == 0)
            {
                var end = position + quote.Length;
                return new(isBytes ? CelTokenKind.Bytes : CelTokenKind.String, content.ToString(), start, end);
            }

            var c = rule[position];
            if (c is '\n' or '\r' && quote.Length == 1)
            {
                break;
            }

            _ = c == '\\' && !isRaw ? ReadEscape(rule, ref position, content, isBytes) : content.Append(c);
        }

        throw new CelSyntaxException("the text has no end", start, position);

        bool Take(char prefix)
        {
            var isThere = position < rule.Length && char.ToLowerInvariant(rule[position]) == prefix;
            position += isThere ? 1 : 0;
            return isThere;
        }
    }

    /// <summary>Leaves the position at the last character of the escape.</summary>
    private static StringBuilder ReadEscape(string rule, ref int position, StringBuilder content, bool isBytes)
    {
        var start = position++;
        var c = position < rule.Length ? rule[position] : '\0';
        if (Escapes.IndexOf(c) is >= 0 and var index)
        {
            return content.Append(Escaped[index]);
        }

        var (skip, digits, radix) = c switch
        {
            'x' or 'X' => (1, 2, 16),
            'u' when !isBytes => (1, 4, 16),
            'U' when !isBytes => (1, 8, 16),
            >= '0' and <= '3' => (0, 3, 8),
            _ => (0, 0, 0),
        };
        var code = digits == 0 ? -1 : Number(rule, position + skip, digits, radix);
        if (code is < 0 or > 0x10ffff or (>= 0xd800 and <= 0xdfff))
        {
            throw new CelSyntaxException("this escape is unknown: write a backslash twice, or a raw text r'...'", start, position + 1);
        }

        position += skip + digits - 1;
        return content.Append(char.ConvertFromUtf32(code));
    }

    private static int Number(string rule, int start, int digits, int radix)
    {
        if (start + digits > rule.Length)
        {
            return -1;
        }

        var text = rule.Substring(start, digits);
        if (radix == 16)
        {
            return int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : -1;
        }

        return text.All(d => d is >= '0' and <= '7') ? text.Aggregate(0, (sum, d) => (sum * 8) + d - '0') : -1;
    }
}
