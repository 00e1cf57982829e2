namespace Kube.Runtime.Hosting;

/// <summary>Where metrics are served, in plain text and to everybody who reaches the port: they name objects, never their content.</summary>
/// <param name="Port">TCP port; 0 picks a free one.</param>
/// <param name="Address">IP address to listen on. Default <c>127.0.0.1</c>; a pod that Prometheus scrapes needs <c>0.0.0.0</c> or <c>::</c>.</param>
public sealed record MetricsOptions(int Port = 8080, string Address = "127.0.0.1")
{
    /// <summary>Meters that are served besides that of the runtime. Default none.</summary>
    public IReadOnlyList<string> Meters { get; init; } = [];
}
