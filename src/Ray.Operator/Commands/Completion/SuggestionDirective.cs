using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Ray.Operator.Commands.Completion;

/// <summary>
/// <c>ray-operator [suggest:12] "local --exi"</c>: prints what may stand at a place of a command line, one a line. The protocol is that of
/// <c>dotnet-suggest</c>; the scripts of <c>ray-operator completion</c> speak it without that tool.
/// </summary>
internal static class SuggestionDirective
{
    private const string Name = "suggest";

    /// <summary>Puts it in the place of the one that System.CommandLine brings along.</summary>
    public static void Replace(RootCommand root)
    {
        foreach (var old in root.Directives.OfType<SuggestDirective>().ToList())
        {
            root.Directives.Remove(old);
        }

        var directive = new Directive(Name);
        directive.Action = new Print(root, directive);
        root.Directives.Add(directive);
    }

    private sealed class Print(RootCommand root, Directive directive) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var line = parseResult.Tokens.LastOrDefault(token => token.Type != TokenType.Directive)?.Value ?? "";
            var place = parseResult.GetResult(directive)?.Values is [var value, ..] ? value : null;
            if (int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position < line.Length)
            {
                line = line[..position];
            }

            foreach (var suggestion in Suggestions.For(root, line))
            {
                parseResult.InvocationConfiguration.Output.WriteLine(suggestion);
            }

            return ExitCode.Success;
        }
    }
}
