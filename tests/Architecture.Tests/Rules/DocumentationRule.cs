using System.Text.RegularExpressions;
using Architecture.Tests.Sources;

namespace Architecture.Tests.Rules;

/// <summary>What documents promise exists: the files and headings that they link to, and the make targets that they name.</summary>
internal static partial class DocumentationRule
{
    /// <summary>Checks one document.</summary>
    /// <param name="path">Path of the document from the root.</param>
    /// <param name="text">Its text.</param>
    /// <param name="exists">Whether a path from the root is a file or a folder.</param>
    /// <param name="read">The text of a file by its path from the root.</param>
    /// <param name="targets">The targets of the Makefile.</param>
    public static IEnumerable<Violation> Check(
        string path, string text, Predicate<string> exists, Func<string, string> read, IReadOnlySet<string> targets)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var link in Link().Matches(lines[i]).Select(match => match.Groups["link"].Value).Where(link => !Leads(link)))
            {
                yield return new(path, i + 1, $"the link to {link} leads nowhere");
            }

            foreach (var target in Make().Matches(lines[i]).Select(match => match.Groups["target"].Value).Where(target => !targets.Contains(target)))
            {
                yield return new(path, i + 1, $"the Makefile has no target {target}");
            }
        }

        bool Leads(string link)
        {
            var (file, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
            var target = file.Length == 0 ? path : Resolve(path, file);
            return (file.Length == 0 || exists(target)) && (anchor is null || Anchors.Of(file.Length == 0 ? text : read(target)).Contains(anchor));
        }
    }

    /// <summary>The targets that a Makefile explains.</summary>
    public static IReadOnlySet<string> TargetsOf(string makefile) =>
        Target().Matches(makefile).Select(match => match.Groups["target"].Value).ToHashSet();

    /// <summary>The code blocks that show a whole file: those below a comment that names it.</summary>
    public static IEnumerable<(string Path, string Text)> FilesIn(string document) =>
        ShownFile().Matches(document.ReplaceLineEndings("\n")).Select(match => (match.Groups["path"].Value, match.Groups["text"].Value));

    private static string Resolve(string document, string link)
    {
        var folder = Path.GetDirectoryName(Path.Combine("/", document))!;
        return Path.GetRelativePath("/", Path.GetFullPath(Path.Combine(folder, link)));
    }

    // A relative link; what follows # is a place within the document.
    [GeneratedRegex(@"\]\((?!https?:)(?<link>[^)\s]+)\)")]
    private static partial Regex Link();

    // As code or as a console line, not in prose such as "make it so".
    [GeneratedRegex(@"(?:`|^\$ )make (?<target>[a-z-]+)")]
    private static partial Regex Make();

    [GeneratedRegex(@"^(?<target>[a-z-]+):.*## ", RegexOptions.Multiline)]
    private static partial Regex Target();

    [GeneratedRegex(@"<!-- file: (?<path>\S+) -->\n```\w*\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShownFile();
}
