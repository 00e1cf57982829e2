namespace Kube.Runtime.Hosting;

/// <summary>Where the health endpoint listens.</summary>
/// <param name="Port">TCP port; 0 picks a free one.</param>
/// <param name="Address">
/// IP address to listen on. Default <c>127.0.0.1</c>; a pod that the kubelet probes needs <c>0.0.0.0</c> or <c>::</c>.
/// </param>
public sealed record HealthOptions(int Port = 8081, string Address = "127.0.0.1");
