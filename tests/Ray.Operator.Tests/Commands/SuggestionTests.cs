using Ray.Operator.Commands;
using Ray.Operator.Commands.Completion;

namespace Ray.Operator.Tests.Commands;

/// <summary>What shells offer to complete a command line.</summary>
public sealed class SuggestionTests
{
    [Theory]
    [InlineData("", "completion", "crd", "local", "render", "run", "validate")]
    [InlineData("r", "render", "run")]
    [InlineData("local --ex", "--exit-when-ready")]
    [InlineData("local --exit-when-ready --no", "--nodes")] // after a switch
    [InlineData("local --port 3 samples/ --no", "--nodes")]
    [InlineData("render --output ", "json", "yaml")]
    [InlineData("render -o y", "yaml")]
    [InlineData("render --output=", "--output=json", "--output=yaml")]
    [InlineData("render --output \"", "json", "yaml")]
    [InlineData("local --log-level d", "debug")]
    [InlineData("local --enable-login-shell=", "--enable-login-shell=false", "--enable-login-shell=true")]
    [InlineData("completion ", "bash", "fish", "pwsh", "zsh")]
    [InlineData("completion z", "zsh")]
    [InlineData("local --enable-leader")] // an operator alone needs no election
    [InlineData("local samples/")] // files are the shell's to offer
    [InlineData("local --kubeconfig-out ")]
    [InlineData("nonsense ", "completion", "crd", "local", "render", "run", "validate")]
    public void Suggestions_fit_the_place(string line, params string[] expected) => Assert.Equal(expected, Suggestions.For(RootCommands.Create(), line));

    [Fact]
    public void The_name_of_the_program_may_stand_before()
    {
        var root = RootCommands.Create();
        Assert.Equal(["local"], Suggestions.For(root, $"{root.Name} loc"));
    }

    [Fact]
    public async Task Every_shell_has_its_script()
    {
        foreach (var shell in CompletionScripts.ByShell.Keys)
        {
            Assert.Equal(ExitCode.Success, await RootCommands.InvokeAsync(["completion", shell]));
        }

        Assert.Equal(ExitCode.BadUsage, await RootCommands.InvokeAsync(["completion", "tcsh"]));
        Assert.Equal(ExitCode.BadUsage, await RootCommands.InvokeAsync(["completion"]));
    }
}
