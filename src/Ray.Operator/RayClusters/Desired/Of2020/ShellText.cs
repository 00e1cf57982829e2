using System.Text.RegularExpressions;

namespace Ray.Operator.RayClusters.Desired.Of2020;

/// <summary>
/// The user's command as text for a shell. Its words are put side by side and the shell reads them, as in 2020: variables are filled in, and
/// <c>;</c> or quotes mean what they mean to a shell. Only a program in a word of its own, such as the one in <c>bash -c "a; b"</c>, stays one
/// word.
/// </summary>
internal static partial class ShellText
{
    public static string Of(IReadOnlyList<string> words)
    {
        var program = ProgramIn(words);
        return string.Join(' ', words.Select((word, index) => index == program && !IsQuoted(word) ? Quote(word) : word));
    }

    // The word after "-c" of the first interpreter; -1 for none.
    private static int ProgramIn(IReadOnlyList<string> words)
    {
        var index = words.TakeWhile(word => !Interpreter().IsMatch(word)).Count() + 1;
        for (; index < words.Count && Option().IsMatch(words[index]); index++)
        {
            if (words[index].Contains('c', StringComparison.Ordinal))
            {
                var next = index + 1 < words.Count && words[index + 1] == "--" ? index + 2 : index + 1;
                return next < words.Count ? next : -1;
            }

            // As in bash -eo pipefail: this option has a value.
            index += words[index].EndsWith('o') ? 1 : 0;
        }

        return -1;
    }

    // Whoever knew how 2020 joined words has quoted the word already.
    private static bool IsQuoted(string word) =>
        word.Length > 1 && word[0] is '\'' or '"' && word.IndexOf(word[0], 1) == word.Length - 1;

    private static string Quote(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^(.*/)?((ba|da|a|z|k)?sh|python[0-9.]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Interpreter();

    [GeneratedRegex(@"^-[A-Za-z]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Option();
}
