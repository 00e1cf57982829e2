using System.Collections.Immutable;
using k8s.Models;
using Kube;
using Ray.Api;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>
/// Asks the server what became of writes that the caches do not show in time. While the caches keep up it sends nothing.
/// </summary>
/// <param name="caches">The caches.</param>
/// <param name="expectations">The writes.</param>
/// <param name="pods">Lists pods.</param>
/// <param name="time">The clock.</param>
internal sealed class ExpectationVerifier(
    ClusterCaches caches, ExpectationTracker expectations, ResourceClient<V1Pod> pods, TimeProvider time)
{
    /// <summary>How long to wait before the server is asked again when it gave no answer.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(10);

    /// <summary>Settles a cluster's expectations whose time is over, with one list of its pods if there are any.</summary>
    /// <exception cref="ApiException">The server gave no list: they hold for a while longer.</exception>
    public async Task VerifyAsync(ObjectKey cluster, CancellationToken cancellationToken)
    {
        if (expectations.UidOf(cluster) is not { } uid)
        {
            return;
        }

        var now = time.GetUtcNow();
        var unmet = expectations.Unmet(cluster, uid, e => caches.Find(cluster.Namespace, e), now);
        ImmutableArray<Expectation> expired = [.. unmet.Where(e => e.IsOver(now))];
        if (expired.IsEmpty)
        {
            return;
        }

        try
        {
            var options = new ListOptions { LabelSelector = $"{RayLabels.Cluster}={cluster.Name}" };
            var live = LivePod.AllOf(await pods.ListAsync(cluster.Namespace, options, cancellationToken), uid);
            var settled = ExpectationSettlement.Settle(
                expired, live, name => caches.FindPod(new(cluster.Namespace, name)), time.GetUtcNow());
            expectations.Replace(cluster, uid, expired, settled);
        }
        catch (ApiException)
        {
            var later = time.GetUtcNow() + RetryDelay;
            expectations.Replace(cluster, uid, expired, [.. expired.Select(e => e with { Until = later })]);
            throw;
        }
    }
}
