using System.CommandLine;
using System.CommandLine.Invocation;
using Ray.Operator.Commands.Completion;

namespace Ray.Operator.Commands;

/// <summary>The command line.</summary>
internal static class RootCommands
{
    /// <summary>Parses and runs.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            ErrorOutput.TellAll(parsed.Errors.Select(error => error.Message));
            await Console.Error.WriteLineAsync($"See 'ray-operator {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help'.");
            return ExitCode.BadUsage;
        }

        // The host answers SIGTERM and Ctrl+C itself, and ends in its own time: the library would cut that short.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    /// <summary>Builds the commands.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Runs Ray clusters on Kubernetes: makes the pods and services that RayCluster objects ask for.")
        {
            RunCommand.Create(),
            LocalCommand.Create(),
            RenderCommand.Create(),
            ValidateCommand.Create(),
            CrdCommand.Create(),
            CompletionCommand.Create(),
        };
        SuggestionDirective.Replace(root);
        return root;
    }
}
