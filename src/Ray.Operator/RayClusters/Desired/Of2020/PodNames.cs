namespace Ray.Operator.RayClusters.Desired.Of2020;

/// <summary>Names of worker pods: <c>&lt;cluster&gt;-worker-&lt;group&gt;</c>, cut so that Kubernetes takes them.</summary>
internal static class PodNames
{
    private const string Role = "-worker-";

    // 63 characters of a host name, less a dash and the five that the server appends, are left to cluster and group.
    private const int Room = 57 - 8;

    /// <summary>The name of a group's worker pods without the suffix that the server appends.</summary>
    public static string Worker(string cluster, string group)
    {
        var shortGroup = Cut(group, Math.Max(Room - cluster.Length, Room / 2));
        return $"{Cut(cluster, Room - shortGroup.Length)}{Role}{shortGroup}".ToLowerInvariant();
    }

    // What is cut within a name may not leave a dot before a dash.
    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length].TrimEnd('-', '.');
}
