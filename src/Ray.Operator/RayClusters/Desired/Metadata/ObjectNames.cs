namespace Ray.Operator.RayClusters.Desired.Metadata;

/// <summary>Names of the objects of a cluster, cut so that Kubernetes takes them.</summary>
internal static class ObjectNames
{
    // 63 characters of a label, less "-worker-" and the five that the server appends.
    private const int PodPrefixLength = 50;
    private const int ShortLength = 50;
    private const int LabelLength = 63;

    /// <summary>The name of head pods without the suffix that the server appends.</summary>
    public static string HeadPod(string cluster) => PodPrefix(cluster) + "-head";

    /// <summary>The name of a group's worker pods without the suffix that the server appends.</summary>
    public static string WorkerPod(string cluster, string group) => PodPrefix($"{cluster}-{group}") + "-worker";

    /// <summary>The default name of the head service.</summary>
    public static string HeadService(string cluster) => cluster + "-head-svc";

    /// <summary>The name of the service for Ray Serve.</summary>
    public static string ServeService(string cluster) => cluster + "-serve-svc";

    /// <summary>The name of the headless service of the workers.</summary>
    public static string HeadlessWorkerService(string cluster) => cluster + "-headless";

    /// <summary>The name of the Ingress to the dashboard.</summary>
    public static string DashboardIngress(string cluster) => Short(cluster + "-head-ingress");

    /// <summary>The name of the job that clears Redis.</summary>
    public static string RedisCleanupJob(string cluster) => LabelValue(cluster + "-redis-cleanup");

    /// <summary>The default name of the claim for the head's volume.</summary>
    public static string GcsVolumeClaim(string cluster) => cluster + "-gcs-pvc";

    /// <summary>The name of the head's network policy.</summary>
    public static string HeadNetworkPolicy(string cluster) => cluster + "-head";

    /// <summary>The name of a worker group's network policy.</summary>
    public static string WorkerNetworkPolicy(string cluster, string group) => $"{cluster}-workers-{group}";

    /// <summary>
    /// The last 50 characters, because the end of a name tells more than its beginning; it never begins with a digit or a dash.
    /// </summary>
    public static string Short(string text)
    {
        var end = text.Length <= ShortLength ? text : text[^ShortLength..];
        return end.Length > 0 && (char.IsAsciiDigit(end[0]) || char.IsPunctuation(end[0])) ? "r" + end[1..] : end;
    }

    /// <summary>A label value: the last 63 characters; it never begins with a dash.</summary>
    public static string LabelValue(string text)
    {
        var end = text.Length <= LabelLength ? text : text[^LabelLength..];
        return end.Length > 0 && char.IsPunctuation(end[0]) ? "r" + end[1..] : end;
    }

    private static string PodPrefix(string text) =>
        (text.Length <= PodPrefixLength ? text : text[..PodPrefixLength]).ToLowerInvariant();
}
