using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using Ray.Pictures.Terminals;

namespace Ray.Pictures.Drawing;

/// <summary>Draws one row of a terminal as texts, each at its own column: no font of a reader's machine can push them apart.</summary>
internal static partial class RowText
{
    /// <summary>The elements of the row; empty when it is blank.</summary>
    /// <param name="row">The row.</param>
    /// <param name="masks">What it may not show.</param>
    public static string Draw(IReadOnlyList<Cell> row, Masks masks)
    {
        var text = masks.Apply(Cell.TextOf(row));
        var result = new StringBuilder();
        foreach (var (start, end) in Runs.Of([.. row.Select(cell => cell.Style)]))
        {
            // Blanks between columns are not drawn: without a colour of their own there is nothing to see.
            foreach (Match words in Words().Matches(text[start..end]))
            {
                Append(result, words.Value, start + words.Index, row[start].Style);
            }
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, string words, int column, TextStyle style)
    {
        result.Append(CultureInfo.InvariantCulture, $"<text x=\"{column * Measures.Letter:0.##}\" textLength=\"{words.Length * Measures.Letter:0.##}\"");
        result.Append(style.Colour is { } colour ? $" fill=\"{colour}\"" : "")
            .Append(style.IsBold ? " font-weight=\"bold\"" : "")
            .Append(style.IsDim ? " opacity=\".7\"" : "")
            .Append('>').Append(SecurityElement.Escape(words)).Append("</text>");
    }

    [GeneratedRegex(@"\S+(?: \S+)*")]
    private static partial Regex Words();
}
