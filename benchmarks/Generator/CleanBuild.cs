using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ray.Benchmarks.Generator;

/// <summary>A build of the API project from scratch, as a user runs it, and what the compiler says the generator took of it.</summary>
/// <param name="Whole">The whole command.</param>
/// <param name="Generator">The generator's part.</param>
internal sealed partial record CleanBuild(TimeSpan Whole, TimeSpan Generator)
{
    public static async Task<CleanBuild> RunAsync()
    {
        string[] arguments =
        [
            "build", Sources.Project, "-c", "Release", "-t:Rebuild", "--no-restore", "-p:BuildProjectReferences=false", "-p:ReportAnalyzer=true",
            "-p:UseSharedCompilation=false", "-nodeReuse:false", "-verbosity:detailed",
        ];
        var watch = Stopwatch.StartNew();
        using var build = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        var whole = watch.Elapsed;
        var line = Line().Match(output);
        return build.ExitCode == 0 && line.Success
            ? new(whole, TimeSpan.FromSeconds(double.Parse(line.Groups["seconds"].Value.TrimStart('<'), CultureInfo.InvariantCulture)))
            : throw new InvalidOperationException($"The build failed, or names no generator:\n{output[^Math.Min(2000, output.Length)..]}");
    }

    // "   0.123   45      Kube.Generators.CustomResourceGenerator"
    [GeneratedRegex(@"(?<seconds><?[0-9.]+)\s+<?[0-9]+\s+Kube\.Generators\.CustomResourceGenerator")]
    private static partial Regex Line();
}
