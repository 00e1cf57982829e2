using System.Collections.Immutable;
using k8s.Models;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>
/// Decides what becomes of expectations whose time is over. That the caches are late proves nothing: after an outage of the server they may
/// lag longer than any patience. What the server itself lists does.
/// </summary>
internal static class ExpectationSettlement
{
    /// <summary>Settles. Pure.</summary>
    /// <param name="expired">Expectations of pods whose time is over.</param>
    /// <param name="live">The cluster's pods as the server lists them.</param>
    /// <param name="cached">What the caches, read after the list, hold of the pod of a name.</param>
    /// <param name="now">The time.</param>
    /// <returns>What is still to be waited for: changes that the server confirms and the caches do not show.</returns>
    public static ImmutableArray<Expectation> Settle(
        IEnumerable<Expectation> expired, IReadOnlyList<LivePod> live, Func<string, V1ObjectMeta?> cached, DateTimeOffset now) =>
        [.. expired.SelectMany(e => StillUnseen(e, live, cached)).Distinct().Select(e => e with { Until = now + Expectation.Timeout })];

    private static IEnumerable<Expectation> StillUnseen(
        Expectation expectation, IReadOnlyList<LivePod> live, Func<string, V1ObjectMeta?> cached) => expectation.Kind switch
        {
            ExpectedChange.Created => live.Any(p => p.Uid == expectation.Mark) ? Unseen(expectation, cached) : [],
            ExpectedChange.Deleted => live.Any(p => p.Uid == expectation.Mark && !p.IsTerminating) ? [] : Unseen(expectation, cached),
            ExpectedChange.Doubtful => live
                .Where(p => p.Group is null || p.Group == expectation.Group)
                .SelectMany(p => Unseen(new(expectation.Group, p.Name, p.Uid, ExpectedChange.Created, default), cached)),
            _ => [],
        };

    private static IEnumerable<Expectation> Unseen(Expectation expectation, Func<string, V1ObjectMeta?> cached) =>
        expectation.IsShown(cached(expectation.Name)) ? [] : [expectation with { Until = default }];
}
