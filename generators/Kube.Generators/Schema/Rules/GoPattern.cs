using System.Text;
using System.Text.RegularExpressions;

namespace Kube.Generators.Schema.Rules;

/// <summary>
/// Matches as Go's RE2 does, with the expressions of .NET: there digits, letters and blanks are those of Unicode, and the end of a text may be
/// before a line break.
/// </summary>
internal static class GoPattern
{
    private static readonly Regex s_otherFlags = new(@"\G\(\?[a-zA-Z-]*[mU]", RegexOptions.CultureInvariant);
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether a text matches; null when the pattern is none, means something else here, or takes too long to try.</summary>
    public static bool? IsMatch(string pattern, string text)
    {
        if (PatternRule.WhyNot(pattern) is not null || Translate(pattern) is not { } translated)
        {
            return null;
        }

        try
        {
            // RE2 never takes long; .NET may go on for ever, and a compiler must not.
            return Regex.IsMatch(text, translated, RegexOptions.CultureInvariant, s_patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The pattern with the meaning of Go; null when .NET cannot say it.</summary>
    private static string? Translate(string pattern)
    {
        var text = new StringBuilder();
        var isClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                if (Escape(pattern[++i], isClass) is not { } escape)
                {
                    return null;
                }

                text.Append(escape);
                continue;
            }

            // With the flag m the end of a line is meant; U turns greed round.
            if (!isClass && c == '(' && s_otherFlags.IsMatch(pattern, i))
            {
                return null;
            }

            if (c == '[' && !isClass)
            {
                var first = i + 1 < pattern.Length && pattern[i + 1] == '^' ? i + 2 : i + 1;
                isClass = true;
                text.Append(pattern, i, first - i);

                // A bracket at the beginning of a class is one of its characters.
                if (first < pattern.Length && pattern[first] == ']')
                {
                    text.Append("\\]");
                    first++;
                }

                i = first - 1;
                continue;
            }

            isClass &= c != ']';
            text.Append(!isClass && c == '$' ? "\\z" : c.ToString());
        }

        return text.ToString();
    }

    private static string? Escape(char escape, bool isClass) => escape switch
    {
        'd' => isClass ? "0-9" : "[0-9]",
        'w' => isClass ? "0-9A-Za-z_" : "[0-9A-Za-z_]",
        's' => isClass ? "\\t\\n\\f\\r " : "[\\t\\n\\f\\r ]",
        'D' when !isClass => "[^0-9]",
        'W' when !isClass => "[^0-9A-Za-z_]",
        'S' when !isClass => "[^\\t\\n\\f\\r ]",
        'D' or 'W' or 'S' or 'Q' or 'E' or 'C' or 'x' => null,
        _ => "\\" + escape,
    };
}
