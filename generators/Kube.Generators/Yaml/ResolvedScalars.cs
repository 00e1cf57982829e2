using System.Text.RegularExpressions;

namespace Kube.Generators.Yaml;

/// <summary>Bare words that a reader of YAML 1.1 or 1.2 takes for something else than text.</summary>
internal static class ResolvedScalars
{
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "", "~", "null", "Null", "NULL", "<<", "=",
        "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON",
        "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF",
        ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF",
    };

    private static readonly Regex s_number = new(
        @"^[-+]?(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)$", RegexOptions.CultureInvariant);

    private static readonly Regex s_base60 = new(@"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$", RegexOptions.CultureInvariant);

    private static readonly Regex s_time = new("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?$", RegexOptions.CultureInvariant);

    /// <summary>Whether a bare text would be read as null, a boolean, a number or a time.</summary>
    public static bool IsNotText(string text) =>
        s_words.Contains(text)

        // Nearly every text begins with a letter, and needs no pattern then.
        || (text[0] is (>= '0' and <= '9') or '-' or '+' or '.' or '_'
            && (s_number.IsMatch(text.Replace("_", "")) || s_base60.IsMatch(text) || s_time.IsMatch(text)));
}
