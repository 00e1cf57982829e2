using System.Text.RegularExpressions;

namespace Kube.CrdWriter.Yaml;

/// <summary>Bare words that a reader of YAML 1.1 or 1.2 takes for something else than text.</summary>
internal static partial class ResolvedScalars
{
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "", "~", "null", "Null", "NULL", "<<", "=",
        "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON",
        "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF",
        ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF",
    };

    /// <summary>Whether a bare text would be read as null, a boolean, a number or a time.</summary>
    public static bool IsNotText(string text) =>
        s_words.Contains(text)
        || Number().IsMatch(text.Replace("_", "", StringComparison.Ordinal))
        || Base60().IsMatch(text)
        || Time().IsMatch(text);

    [GeneratedRegex(@"^[-+]?(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$")]
    private static partial Regex Base60();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?$")]
    private static partial Regex Time();
}
