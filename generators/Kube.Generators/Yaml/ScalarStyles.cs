namespace Kube.Generators.Yaml;

/// <summary>Chooses how a text is written, so that every YAML reader gets the same text back.</summary>
internal static class ScalarStyles
{
    private const string LeadingIndicators = "#,[]{}&*!|>'\"%@`";

    public static ScalarStyle Choose(string text, bool isKey)
    {
        var hasBreak = text.Contains('\n');
        if (text.Any(c => !YamlCharacters.IsPrintable(c)) || HasSpaceAtLineEnd(text))
        {
            return ScalarStyle.DoubleQuoted;
        }

        if (hasBreak)
        {
            return isKey ? ScalarStyle.DoubleQuoted : ScalarStyle.Literal;
        }

        return ResolvedScalars.IsNotText(text) ? ScalarStyle.DoubleQuoted
            : HasIndicator(text) ? ScalarStyle.SingleQuoted
            : ScalarStyle.Plain;
    }

    /// <summary>A block keeps no blanks that an editor strips, so texts with such are quoted.</summary>
    private static bool HasSpaceAtLineEnd(string text) =>
        text.Contains(" \n", StringComparison.Ordinal) || (text.Contains('\n') && text[^1] == ' ');

    private static bool HasIndicator(string text)
    {
        if (text[0] == ' ' || text[^1] == ' ' || LeadingIndicators.Contains(text[0])
            || text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal)
            || (text[0] is '-' or '?' or ':' && IsBlankAt(text, 1)))
        {
            return true;
        }

        for (var i = 1; i < text.Length; i++)
        {
            if ((text[i] == ':' && IsBlankAt(text, i + 1)) || (text[i] == '#' && text[i - 1] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBlankAt(string text, int index) => index >= text.Length || text[index] == ' ';
}
