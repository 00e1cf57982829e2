using System.Globalization;
using System.Text;

namespace Kube.Generators.Yaml;

/// <summary>Writes one text in a given style. A line that has passed 80 columns ends at the next blank.</summary>
/// <param name="output">Where to write; its last line is the present one.</param>
/// <param name="indent">Indent of further lines.</param>
/// <param name="canFold">Whether the text may be folded; keys may not.</param>
internal sealed class ScalarWriter(StringBuilder output, int indent, bool canFold)
{
    private const int Width = 80;
    private int _column = ColumnOf(output);

    public void WritePlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!TryFold(text, i))
            {
                Append(text[i]);
            }
        }
    }

    public void WriteSingleQuoted(string text)
    {
        Append('\'');
        for (var i = 0; i < text.Length; i++)
        {
            if (!TryFold(text, i))
            {
                Append(text[i]);
                if (text[i] == '\'')
                {
                    Append('\'');
                }
            }
        }

        Append('\'');
    }

    public void WriteDoubleQuoted(string text)
    {
        Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                Append($"\\U{char.ConvertToUtf32(text, i).ToString("X8", CultureInfo.InvariantCulture)}");
                i++;
            }
            else if (Escape(text[i]) is { } escaped)
            {
                Append(escaped);
            }
            else if (!TryFold(text, i))
            {
                Append(text[i]);
            }
        }

        Append('"');
    }

    public void WriteLiteral(string text)
    {
        var lines = text.Split('\n');
        output.Append('|');
        if (text[0] is ' ' or '\n')
        {
            output.Append('2');
        }

        // Without a sign exactly one line break ends the text; '-' stands for none, '+' for all that follow.
        output.Append(text[text.Length - 1] != '\n' ? "-" : text == "\n" || text.EndsWith("\n\n", StringComparison.Ordinal) ? "+" : "");
        var count = text[text.Length - 1] == '\n' ? lines.Length - 1 : lines.Length;
        foreach (var line in lines.Take(count))
        {
            output.Append('\n').Append(' ', line.Length == 0 ? 0 : indent).Append(line);
        }
    }

    /// <summary>Breaks the line in place of a single blank between words.</summary>
    private bool TryFold(string text, int index)
    {
        var isSingleBlank = text[index] == ' ' && index > 0 && index < text.Length - 1 && text[index - 1] != ' ' && text[index + 1] != ' ';
        if (!canFold || !isSingleBlank || _column <= Width)
        {
            return false;
        }

        output.Append('\n').Append(' ', indent);
        _column = indent;
        return true;
    }

    private static string? Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\0' => "\\0",
        '\a' => "\\a",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\v' => "\\v",
        '\f' => "\\f",
        '\r' => "\\r",
        '\u001b' => "\\e",
        '\u0085' => "\\N",
        '\u2028' => "\\L",
        '\u2029' => "\\P",
        _ when YamlCharacters.IsPrintable(c) => null,
        < '\u0100' => $"\\x{((int)c).ToString("X2", CultureInfo.InvariantCulture)}",
        _ => $"\\u{((int)c).ToString("X4", CultureInfo.InvariantCulture)}",
    };

    private void Append(char c)
    {
        output.Append(c);
        _column++;
    }

    private void Append(string text)
    {
        output.Append(text);
        _column += text.Length;
    }

    private static int ColumnOf(StringBuilder text)
    {
        var column = 0;
        while (column < text.Length && text[text.Length - 1 - column] != '\n')
        {
            column++;
        }

        return column;
    }
}
