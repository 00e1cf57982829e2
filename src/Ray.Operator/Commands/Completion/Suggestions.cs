using System.CommandLine;
using System.CommandLine.Completions;

namespace Ray.Operator.Commands.Completion;

/// <summary>
/// What may come next in a command line that is being typed. Ours, because that of System.CommandLine offers nothing after a switch, and throws
/// after some options. Pure.
/// </summary>
internal static class Suggestions
{
    /// <summary>The suggestions, in order. None where only the user knows, such as for names of files: shells then offer those.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="line">The line up to the cursor, with or without the name of the program.</param>
    public static IReadOnlyList<string> For(RootCommand root, string line)
    {
        var words = Words(line);
        if (words.Count > 1 && words[0] == root.Name)
        {
            words.RemoveAt(0);
        }

        Command command = root;
        Option? awaiting = null;
        foreach (var word in words.SkipLast(1))
        {
            if (awaiting is not null)
            {
                awaiting = null;
            }
            else if (command.Subcommands.FirstOrDefault(sub => sub.Name == word) is { } sub)
            {
                command = sub;
            }
            else if (Find(command, word) is { Arity.MinimumNumberOfValues: > 0 } option)
            {
                awaiting = option;
            }
        }

        return [.. Of(command, awaiting, words[^1]).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Of(Command command, Option? awaiting, string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (awaiting is not null)
        {
            return Values(awaiting, word);
        }

        if (equals > 0)
        {
            return Find(command, word[..equals]) is { } option ? Values(option, word[(equals + 1)..]).Select(value => word[..(equals + 1)] + value) : [];
        }

        // Short forms are quicker typed than completed.
        var names = word.StartsWith('-')
            ? command.Options.Where(option => !option.Hidden).Select(option => option.Name)
            : command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name)
                .Concat(command.Arguments.SelectMany(argument => argument.GetCompletions(CompletionContext.Empty)).Select(item => item.Label));
        return names.Where(name => name.StartsWith(word, StringComparison.Ordinal));
    }

    private static Option? Find(Command command, string name) =>
        command.Options.FirstOrDefault(option => option.Name == name || option.Aliases.Contains(name));

    private static IEnumerable<string> Values(Option option, string word) => option.GetCompletions(CompletionContext.Empty)
        .Select(item => item.Label).Where(value => value.StartsWith(word, StringComparison.Ordinal));

    // As a shell splits; the last word is the one that is being typed, and empty after a space.
    private static List<string> Words(string line)
    {
        var words = new List<string> { "" };
        var quote = '\0';
        foreach (var c in line)
        {
            if (quote != '\0' ? c == quote : c is '"' or '\'')
            {
                quote = quote == '\0' ? c : '\0';
            }
            else if (c == ' ' && quote == '\0')
            {
                if (words[^1].Length > 0)
                {
                    words.Add("");
                }
            }
            else
            {
                words[^1] += c;
            }
        }

        return words;
    }
}
