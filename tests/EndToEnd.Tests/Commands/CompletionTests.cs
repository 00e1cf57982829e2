using System.Diagnostics;
using Ray.DevEnvironment;

namespace Ray.EndToEnd.Commands;

/// <summary>The scripts of <c>ray-operator completion</c>, sourced by the shells themselves as far as the machine has them.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ray-operator-completion-").FullName;

    public CompletionTests()
    {
        // What an installation puts into the PATH.
        var program = Path.Combine(_folder, "ray-operator");
        File.WriteAllText(program, $"#!/bin/sh\nexec {Repository.OperatorInShell} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("ray-operator lo", "local")]
    [InlineData("ray-operator local --exit-when-ready --no", "--nodes")]
    [InlineData("ray-operator render --output ", "json", "yaml")]
    [InlineData("ray-operator render --output=y", "yaml")] // bash takes what follows the sign for a word of its own
    [InlineData("ray-operator render --output=", "json", "yaml")]
    [InlineData("ray-operator local samples/")]
    public async Task Bash_completes(string line, params string[] expected)
    {
        var script = $$"""
            set -u
            source <(ray-operator completion bash)
            complete -p ray-operator >&2
            COMP_LINE='{{line}}'
            COMP_POINT=${#COMP_LINE}
            COMP_WORDS=({{string.Join(' ', WordsOfBash(line).Select(word => $"'{word}'"))}})
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _ray_operator
            (( ${#COMPREPLY[@]} )) && printf '%s\n' "${COMPREPLY[@]}"
            exit 0
            """;

        Assert.Equal(expected, await ShellAsync("bash", "-c", script));
    }

    [Fact]
    public async Task Zsh_completes() => Assert.Equal(
        ["--nodes"],
        await ShellAsync(
            "zsh",
            "-c",
            """
            compdef() { :; }
            compadd() { shift; print -l -- "$@"; }
            source <(ray-operator completion zsh)
            words=(ray-operator local --exit-when-ready --no)
            CURRENT=4
            _ray_operator
            """));

    [Fact]
    public async Task Fish_completes() => Assert.Equal(
        ["--nodes"], await ShellAsync("fish", "-c", "ray-operator completion fish | source; complete -C 'ray-operator local --exit-when-ready --no'"));

    [Fact]
    public async Task PowerShell_completes() => Assert.Equal(
        ["--nodes"],
        await ShellAsync(
            "pwsh",
            "-NoProfile",
            "-Command",
            """
            ray-operator completion pwsh | Out-String | Invoke-Expression
            $line = 'ray-operator local --exit-when-ready --no'
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText
            """));

    // Bash breaks words at "=" too, and gives the sign itself as one.
    private static string[] WordsOfBash(string line) => line.Replace("=", " = ", StringComparison.Ordinal).TrimEnd() is var text && line.EndsWith(' ')
        ? [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries), ""]
        : text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string[]> ShellAsync(string shell, params string[] arguments)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        Assert.SkipUnless(path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, shell))), $"{shell} is not installed.");
        var start = new ProcessStartInfo(shell, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = $"{_folder}{Path.PathSeparator}{path}" },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await error);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
