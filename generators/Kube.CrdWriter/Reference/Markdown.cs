using System.Globalization;
using System.Text;

namespace Kube.CrdWriter.Reference;

/// <summary>Texts in Markdown, made so that they also stand in a cell of a table, and look alike wherever they are shown.</summary>
internal static class Markdown
{
    private const string LineBreak = "<br>";

    /// <summary>Prose: nothing in it is markup, and its lines stay lines.</summary>
    public static string Prose(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(LineBreak, lines.Select(Line));
    }

    /// <summary>Code. Readers of Markdown disagree about a bar between backticks within a table, so what has one is said in HTML.</summary>
    public static string Code(string text)
    {
        if (!text.Any(c => c is '|' or '`' || char.IsControl(c)) && text.Trim().Length == text.Length && text.Length > 0)
        {
            return $"`{text}`";
        }

        return $"<code>{string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c == ' ' ? $"{c}" : Entity(c)))}</code>";
    }

    /// <summary>Several pieces of code, with commas between.</summary>
    public static string Codes(IEnumerable<string> texts) => string.Join(", ", texts.Select(Code));

    /// <summary>A row of a table.</summary>
    public static string Row(params IEnumerable<string> cells) => $"|{string.Concat(cells.Select(c => c.Length == 0 ? " |" : $" {c} |"))}";

    /// <summary>The first two lines of a table.</summary>
    public static IEnumerable<string> Head(params string[] titles) => [Row(titles), $"|{string.Concat(titles.Select(_ => "---|"))}"];

    /// <summary>Things in a cell, one a line.</summary>
    public static string Lines(IEnumerable<string> lines) => string.Join(LineBreak, lines);

    /// <summary>A place that links lead to. Headings alone would not do: each reader of Markdown names them by rules of its own.</summary>
    public static string Anchor(string name) => $"<a id=\"{name}\"></a>";

    private static string Line(string line)
    {
        var result = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            result.Append(IsMarkup(line, i) ? Entity(line[i]) : line[i]);
        }

        return result.ToString();
    }

    // At the start of a line also what would begin a list or a heading; an underscore within a word is only itself.
    private static bool IsMarkup(string line, int index) => line[index] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '<' or '>' or '|' or '&' or '@' or '$' or '~' => true,
        '_' => index == 0 || index == line.Length - 1 || !char.IsLetterOrDigit(line[index - 1]) || !char.IsLetterOrDigit(line[index + 1]),
        '#' or '-' or '+' or '=' => index == 0,
        '.' or ')' => index > 0 && line.Take(index).All(char.IsAsciiDigit),
        _ => false,
    };

    private static string Entity(char c) => $"&#{((int)c).ToString(CultureInfo.InvariantCulture)};";
}
