using System.Diagnostics;
using Ray.DevEnvironment;

namespace Ray.EndToEnd.Commands;

/// <summary>The live view on a terminal, which the program <c>script</c> plays.</summary>
public sealed class TerminalTests
{
    private const string Script = "/usr/bin/script";
    private const string Colour = "\u001b[38;5;2m";

    [Fact]
    public async Task Clusters_are_shown_in_colour()
    {
        var screen = await ScreenAsync(noColour: false);

        Assert.Contains($"{Colour}Running\u001b[0m", screen, StringComparison.Ordinal);
        Assert.Matches($"default/raycluster-mini +{System.Text.RegularExpressions.Regex.Escape(Colour)}ready", screen);
        Assert.DoesNotContain("pod raycluster-mini-head-", screen, StringComparison.Ordinal);
        Assert.Contains("\u001b[?25h", screen, StringComparison.Ordinal); // the cursor is back
    }

    [Fact]
    public async Task Without_colour_if_NO_COLOR_says_so()
    {
        var screen = await ScreenAsync(noColour: true);

        Assert.Matches("    raycluster-mini-head-[a-z0-9]+ +Running +simulated-node-", screen);
        Assert.DoesNotMatch("\u001b\\[[0-9;]*m", screen);
    }

    private static async Task<string> ScreenAsync(bool noColour)
    {
        Assert.SkipUnless(File.Exists(Script), $"{Script} is not installed.");
        var command = $"{Repository.OperatorInShell} local --exit-when-ready '{Repository.PathOf("samples", "ray-cluster.mini.yaml")}'";
        var start = new ProcessStartInfo(Script, ["-q", "-e", "-c", $"stty cols 150 rows 50; {command}", "/dev/null"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            Environment = { ["TERM"] = "xterm-256color", ["NO_COLOR"] = noColour ? "1" : null },
        };
        using var process = Process.Start(start)!;
        var screen = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, screen);
        return screen;
    }
}
