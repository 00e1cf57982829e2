using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Kube.Testing.Tests.Kubectl;

/// <summary>Runs commands of <c>kubectl</c> against one server and writes down what it said, without what differs from run to run.</summary>
/// <param name="kubeConfigPath">Which server.</param>
internal sealed partial class Transcript(string kubeConfigPath) : IDisposable
{
    private static readonly string s_manifests = Path.Combine(AppContext.BaseDirectory, "Kubectl", "Manifests");

    // What kubectl remembers of a server must not reach the next run.
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kubectl-");
    private readonly StringBuilder _text = new();

    /// <summary>The program; null when the machine has none.</summary>
    public static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Append(ControlPlaneBinaries.Locate().Directory)
        .Select(folder => Path.Combine(folder, "kubectl"))
        .FirstOrDefault(File.Exists);

    /// <summary>All so far.</summary>
    public string Text => _text.ToString();

    public async Task RunAsync(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            await RunAsync(step);
        }
    }

    /// <summary>Watches until something was written so often, while other commands are run.</summary>
    public async Task WatchAsync(string line, int lines, IEnumerable<Step> meanwhile)
    {
        using var process = Start(new(line));
        var seen = new List<string> { await NextAsync(process) };
        foreach (var step in meanwhile)
        {
            using var other = Start(step);
            await other.WaitForExitAsync();
        }

        while (seen.Count < lines)
        {
            seen.Add(await NextAsync(process));
        }

        process.Kill();
        _text.Append("$ kubectl ").Append(line).Append('\n').Append(Mask(string.Join('\n', seen))).Append('\n');
    }

    public void Dispose() => _home.Delete(recursive: true);

    private static async Task<string> NextAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)) ?? "(end)";

    private async Task RunAsync(Step step)
    {
        using var process = Start(step);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        _text.Append("$ kubectl ").Append(step.Line).Append('\n').Append(Mask(await output + await error)).Append("exit ").Append(process.ExitCode).Append("\n\n");
    }

    private Process Start(Step step)
    {
        var start = new ProcessStartInfo(Executable!, ["-n", Session.Namespace, .. step.Words])
        {
            WorkingDirectory = s_manifests,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment = { ["KUBECONFIG"] = kubeConfigPath, ["HOME"] = _home.FullName, ["NO_COLOR"] = "1" },
        };
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    // What is replaced has another width on each server, and columns are filled up to the widest: so are spaces.
    private static string Mask(string text)
    {
        // The server in memory says what it does not do, where an old one is silent.
        var lines = text.TrimEnd('\n').Split('\n').Where(line => !line.StartsWith("Warning: this server", StringComparison.Ordinal)).Select(MaskLine).ToList();

        // The causes of a refusal come in any order.
        var causes = lines.Where(line => line.StartsWith("* spec", StringComparison.Ordinal) || line.StartsWith("* .spec", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        return string.Concat(lines.Where(line => !causes.Contains(line)).Concat(causes).Select(line => line + "\n"));
    }

    private static string MaskLine(string line)
    {
        line = Uid().Replace(line, "UID");
        line = Time().Replace(line, "TIME");
        line = Date().Replace(line, "TIME");
        line = Version().Replace(line, "$1N");
        line = Node().Replace(line, "NODE");
        line = Address().Replace(line, "IP");
        line = LocalUrl().Replace(line, "SERVER");
        line = TemporaryFile().Replace(line, "FILE");
        line = Age().Replace(line, "AGE");
        return Padding().Replace(line, "  ").TrimEnd();
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uid();

    [GeneratedRegex(@"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+( ?(Z|[+-][0-9]{4}))?")]
    private static partial Regex Time();

    [GeneratedRegex("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} [+-][0-9]{4}")]
    private static partial Regex Date();

    [GeneratedRegex("(resourceVersion\"?: |Resource Version: +)\"?[0-9]+\"?")]
    private static partial Regex Version();

    [GeneratedRegex("simulated-node-[0-9]+")]
    private static partial Regex Node();

    [GeneratedRegex(@"\b(10|192|172|127)(\.[0-9]+){3}\b")]
    private static partial Regex Address();

    [GeneratedRegex(@"https?://(127\.0\.0\.1|IP|localhost):[0-9]+")]
    private static partial Regex LocalUrl();

    [GeneratedRegex("/tmp/(LIVE|MERGED)-[0-9]+")]
    private static partial Regex TemporaryFile();

    // In a column of its own, or in brackets after what happened then.
    [GeneratedRegex(@"(?<=  )([0-9]+[smhd])+(?=  |$)|<unknown>|<invalid>")]
    private static partial Regex Age();

    [GeneratedRegex(@"(?<=\S)  +")]
    private static partial Regex Padding();
}
