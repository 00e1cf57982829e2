using System.CommandLine;
using Ray.Operator.Commands.Completion;

namespace Ray.Operator.Commands;

/// <summary><c>ray-operator completion</c>: prints what a shell needs to complete the words of the command line.</summary>
internal static class CompletionCommand
{
    private const string Description =
        """
        Prints a script by which a shell completes commands, flags and values of ray-operator. The shell must find ray-operator in its PATH.

          bash         source <(ray-operator completion bash)                                   # in ~/.bashrc
          zsh          source <(ray-operator completion zsh)                                    # in ~/.zshrc, after compinit
          fish         ray-operator completion fish | source                                    # in ~/.config/fish/config.fish
          PowerShell   ray-operator completion pwsh | Out-String | Invoke-Expression            # in $PROFILE
        """;

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong([.. CompletionScripts.ByShell.Keys]);
        var command = new Command("completion", Description) { shell };
        command.SetAction(async (parsed, _) =>
        {
            // Shells of all systems read it, and some of them stumble over \r\n.
            await Console.Out.WriteAsync(CompletionScripts.ByShell[parsed.GetValue(shell)!].ReplaceLineEndings("\n"));
            return ExitCode.Success;
        });
        return command;
    }
}
