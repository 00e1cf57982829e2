using System.Text;
using System.Text.RegularExpressions;

namespace Architecture.Tests.Rules;

/// <summary>The places in a Markdown document that links lead to: its headings, as GitHub names them, and what has an id.</summary>
internal static partial class Anchors
{
    public static IReadOnlySet<string> Of(string text)
    {
        var anchors = Id().Matches(text).Select(match => match.Groups["id"].Value).ToHashSet();
        var seen = new Dictionary<string, int>();
        foreach (var heading in Headings(text).Select(NameOf))
        {
            // Headings of the same words are numbered from the second on.
            seen[heading] = seen.TryGetValue(heading, out var before) ? before + 1 : 0;
            anchors.Add(seen[heading] == 0 ? heading : $"{heading}-{seen[heading]}");
        }

        return anchors;
    }

    private static IEnumerable<string> Headings(string text)
    {
        var isCode = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isCode && Heading().Match(line) is { Success: true } heading)
            {
                yield return heading.Groups["words"].Value;
            }
        }
    }

    private static string NameOf(string heading)
    {
        var name = new StringBuilder();
        foreach (var c in Link().Replace(heading, "${text}").ToLowerInvariant())
        {
            name.Append(c == ' ' ? "-" : char.IsLetterOrDigit(c) || c is '-' or '_' ? $"{c}" : "");
        }

        return name.ToString();
    }

    [GeneratedRegex(@"^#{1,6} (?<words>.*?)\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\"")]
    private static partial Regex Id();
}
