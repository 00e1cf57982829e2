using System.Globalization;
using System.Text;

namespace Kube.Generators.Yaml;

/// <summary>Texts between quotation marks or apostrophes.</summary>
internal static class YamlTexts
{
    private const string Escapes = "0abtnvfre\"\\/ N_LP";
    private const string Escaped = "\0\a\b\t\n\v\f\r\u001b\"\\/ \u0085\u00a0\u2028\u2029";

    /// <summary>Whether a text that begins with a quote also ends with it.</summary>
    public static bool IsClosed(string text)
    {
        var quote = text[0];
        for (var i = 1; i < text.Length; i++)
        {
            if (quote == '"' && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                if (quote == '"' || i + 1 >= text.Length || text[i + 1] != quote)
                {
                    return true;
                }

                i++;
            }
        }

        return false;
    }

    /// <summary>Whether an open text between quotation marks ends in a backslash that escapes what follows.</summary>
    public static bool EndsInEscape(string text) =>
        text[0] == '"' && (text.Length - text.TrimEnd('\\').Length) % 2 == 1;

    /// <summary>The text without quotes; null when it has an escape that YAML does not know. Bare texts stay as they are.</summary>
    public static string? Unquote(string text) => text[0] switch
    {
        '\'' => text.Substring(1, text.LastIndexOf('\'') - 1).Replace("''", "'"),
        '"' => Unescape(text.Substring(1, text.LastIndexOf('"') - 1)),
        _ => text,
    };

    private static string? Unescape(string text)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            var kind = ++i < text.Length ? text[i] : '\n';
            var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            if (digits > 0)
            {
                if (CodePoint(text, i + 1, digits) is not { } code)
                {
                    return null;
                }

                result.Append(code);
                i += digits;
            }
            else if (Escapes.IndexOf(kind) is >= 0 and var index)
            {
                result.Append(Escaped[index]);
            }
            else
            {
                return null;
            }
        }

        return result.ToString();
    }

    private static string? CodePoint(string text, int start, int digits) =>
        start + digits <= text.Length
        && int.TryParse(text.Substring(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code <= 0xFFFF ? ((char)code).ToString() : code <= 0x10FFFF ? char.ConvertFromUtf32(code) : null
            : null;
}
