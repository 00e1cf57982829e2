using System.Globalization;
using Ray.DevEnvironment;
using Ray.DevEnvironment.Chaos;

namespace Ray.EndToEnd.Chaos;

/// <summary>The short form of <c>make chaos</c>, on a control plane of its own: other tests do not see it die.</summary>
public sealed class ChaosTests
{
    private const double Minutes = 5;

    [Fact]
    public async Task Whatever_happens_all_comes_to_be_as_wanted()
    {
        var minutes = Number("CHAOS_MINUTES") ?? Minutes;
        Assert.SkipWhen(minutes <= 0, "CHAOS_MINUTES asks for none.");
        var options = new ChaosOptions
        {
            Duration = TimeSpan.FromMinutes(minutes),
            Seed = (int)(Number("CHAOS_SEED") ?? 1),
            Report = line => TestContext.Current.TestOutputHelper?.WriteLine(line),
        };
        await using var environment = await RayEnvironment.StartAsync(ChaosRun.Nodes, cancellationToken: TestContext.Current.CancellationToken);

        var report = await ChaosRun.RunAsync(environment, options, TestContext.Current.CancellationToken);

        using var summary = new StringWriter();
        ChaosSummary.Print(report, summary);
        Assert.True(report.Faults.Count == 0, summary.ToString());
        Assert.True(report.Actions.Values.Sum() > 10 * minutes && report.Rounds > 0 && report.Looks > 0, $"This run shows nothing:\n{summary}");
        await Console.Out.WriteLineAsync(summary.ToString());
    }

    private static double? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}
