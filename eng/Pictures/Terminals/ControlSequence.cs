using System.Globalization;

namespace Ray.Pictures.Terminals;

/// <summary>One sequence <c>ESC [ numbers letter</c>, or one of the two for keypads, <c>ESC =</c> and <c>ESC &gt;</c>.</summary>
/// <param name="Letter">What is to be done.</param>
/// <param name="Numbers">With what; never empty.</param>
/// <param name="IsPrivate">Whether a question mark says that it is an extension.</param>
/// <param name="Length">How many characters it takes.</param>
internal sealed record ControlSequence(char Letter, IReadOnlyList<int> Numbers, bool IsPrivate, int Length)
{
    /// <summary>Reads the one that begins at <paramref name="start"/>; null when its end has not come yet.</summary>
    /// <exception cref="NotSupportedException">It is of another kind.</exception>
    public static ControlSequence? Read(string text, int start)
    {
        if (start + 1 >= text.Length)
        {
            return null;
        }

        // Says which codes the keys of a number pad send.
        if (text[start + 1] is '=' or '>')
        {
            return new(text[start + 1], [0], IsPrivate: true, Length: 2);
        }

        if (text[start + 1] != '[')
        {
            throw new NotSupportedException($"The sequence ESC {text[start + 1]} of terminals is not known here.");
        }

        var end = start + 2;
        while (end < text.Length && text[end] is (>= '0' and <= '9') or ';' or '?')
        {
            end++;
        }

        if (end == text.Length)
        {
            return null;
        }

        var numbers = text[(start + 2)..end];
        return new(text[end], [.. numbers.TrimStart('?').Split(';').Select(NumberOf)], numbers.StartsWith('?'), end + 1 - start);
    }

    private static int NumberOf(string text) => text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture);
}
