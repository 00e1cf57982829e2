using System.Security.Cryptography;
using System.Text;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>
/// Names of replicas that span hosts: <c>&lt;group&gt;-xxxxx</c>. Drawn from the randomness that came with the snapshot, so that the same
/// snapshot gives the same names.
/// </summary>
internal static class ReplicaNames
{
    private const string Letters = "bcdfghjklmnpqrstvwxz2456789";
    private const int SuffixLength = 5;
    private const int LabelLength = 63;

    /// <summary>A name that no pod of the cluster carries.</summary>
    /// <param name="snapshot">What is planned for.</param>
    /// <param name="group">Name of the group.</param>
    /// <param name="index">Index of the replica.</param>
    public static string New(ClusterSnapshot snapshot, string group, int index)
    {
        var used = snapshot.Workers.Select(PodFacts.ReplicaNameOf).ToHashSet(StringComparer.Ordinal);
        var prefix = group.Length <= LabelLength - SuffixLength - 1 ? group : group[..(LabelLength - SuffixLength - 1)];
        for (var attempt = 0; ; attempt++)
        {
            var name = $"{prefix}-{Suffix(snapshot, $"{group}/{index}/{attempt}")}";
            if (!used.Contains(name))
            {
                return name;
            }
        }
    }

    private static string Suffix(ClusterSnapshot snapshot, string subject)
    {
        var hash = HMACSHA256.HashData(snapshot.Entropy.AsSpan(), Encoding.UTF8.GetBytes(subject));
        return string.Concat(hash.Take(SuffixLength).Select(b => Letters[b % Letters.Length]));
    }
}
