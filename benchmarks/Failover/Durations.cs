using System.Globalization;
using Kube.Runtime.Leadership;

namespace Kube.Failover;

/// <summary>How patient the election is.</summary>
/// <param name="Lease">Lease duration.</param>
/// <param name="Renew">Renew deadline.</param>
/// <param name="Retry">Retry period.</param>
public sealed record Durations(TimeSpan Lease, TimeSpan Renew, TimeSpan Retry)
{
    /// <summary>Short enough for a test.</summary>
    public static Durations Short { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1.4), TimeSpan.FromSeconds(0.3));

    /// <summary>What operators use by default.</summary>
    public static Durations Usual { get; } = Of(new LeaderElectionOptions("x"));

    /// <summary>As arguments of the writer's process.</summary>
    public IEnumerable<string> Arguments => new[] { Lease, Renew, Retry }.Select(time => time.TotalSeconds.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Reads <see cref="Arguments"/>.</summary>
    public static Durations Parse(IReadOnlyList<string> arguments) => new(Seconds(arguments[0]), Seconds(arguments[1]), Seconds(arguments[2]));

    /// <summary>Sets them.</summary>
    public LeaderElectionOptions On(LeaderElectionOptions options) => options with { LeaseDuration = Lease, RenewDeadline = Renew, RetryPeriod = Retry };

    private static Durations Of(LeaderElectionOptions options) => new(options.LeaseDuration, options.RenewDeadline, options.RetryPeriod);

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
}
