using System.Diagnostics;

namespace Ray.EndToEnd.Monitoring;

/// <summary>Prometheus' programs, which <c>eng/promtool.sh</c> gets; the whole check of the repository begins with it.</summary>
internal static class PrometheusTools
{
    /// <summary>The path of a program. A test that needs one that is not there is skipped.</summary>
    public static string Find(string name)
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Append(Path.Combine(cache, "ray-operator", "promtool"))
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"There is no {name}: eng/promtool.sh gets it.");
        return found!;
    }

    /// <summary>What <c>promtool check metrics</c> complains of; empty when it is content.</summary>
    public static async Task<string> ComplaintsAsync(string metrics, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Find("promtool"), ["check", "metrics"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var promtool = Process.Start(start) ?? throw new InvalidOperationException("promtool did not start.");
        var output = promtool.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = promtool.StandardError.ReadToEndAsync(cancellationToken);
        await promtool.StandardInput.WriteAsync(metrics.AsMemory(), cancellationToken);
        promtool.StandardInput.Close();
        await promtool.WaitForExitAsync(cancellationToken);
        return await output + await error;
    }
}
