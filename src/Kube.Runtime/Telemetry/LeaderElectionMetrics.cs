using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Kube.Runtime.Leadership;

namespace Kube.Runtime.Telemetry;

/// <summary>The metrics <c>leader_election_*</c>, by name of the Lease.</summary>
internal static class LeaderElectionMetrics
{
    private static readonly ConcurrentDictionary<LeaderElector, bool> s_electors = new(ReferenceEqualityComparer.Instance);

    static LeaderElectionMetrics()
    {
        RuntimeMeter.Instance.CreateObservableGauge(
            "leader_election_master_status",
            () => Read(elector => elector.IsLeader ? 1 : 0),
            description: "Whether this process leads: 1, or waits: 0.");
        RuntimeMeter.Instance.CreateObservableCounter(
            "leader_election_slowpath_total",
            () => Read(elector => elector.SlowRenewals),
            description: "Renewals of the lease that had to read it first.");
    }

    public static void Register(LeaderElector elector) => s_electors[elector] = true;

    public static void Unregister(LeaderElector elector) => s_electors.TryRemove(elector, out _);

    private static IEnumerable<Measurement<long>> Read(Func<LeaderElector, long> value) =>
        s_electors.Keys.GroupBy(elector => elector.LeaseName)
            .Select(same => new Measurement<long>(same.Sum(value), new KeyValuePair<string, object?>("name", same.Key)));
}
