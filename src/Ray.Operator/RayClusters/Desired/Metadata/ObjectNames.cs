namespace Ray.Operator.RayClusters.Desired.Metadata;

/// <summary>Names of the objects of a cluster, cut so that Kubernetes takes them.</summary>
internal static class ObjectNames
{
    // 63 characters of a label, less "-worker-" and the five that the server appends.
    private const int PodPrefixLength = 50;
    private const int LabelLength = 63;

    /// <summary>The name of head pods without the suffix that the server appends.</summary>
    public static string HeadPod(string cluster) => PodPrefix(cluster) + "-head";

    /// <summary>The name of a group's worker pods without the suffix that the server appends.</summary>
    public static string WorkerPod(string cluster, string group) => PodPrefix($"{cluster}-{group}") + "-worker";

    /// <summary>The default name of the head service.</summary>
    public static string HeadService(string cluster) => cluster + "-head-svc";

    /// <summary>A label value: the last 63 characters, because the end of a name tells more than its beginning.</summary>
    public static string LabelValue(string text)
    {
        var end = text.Length <= LabelLength ? text : text[^LabelLength..];
        return end.Length > 0 && char.IsPunctuation(end[0]) ? "r" + end[1..] : end;
    }

    private static string PodPrefix(string text) =>
        (text.Length <= PodPrefixLength ? text : text[..PodPrefixLength]).ToLowerInvariant();
}
