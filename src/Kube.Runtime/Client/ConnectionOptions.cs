namespace Kube.Runtime.Client;

/// <summary>Where to look for the API server.</summary>
/// <param name="KubeConfigPath">A kubeconfig file; null looks at KUBECONFIG, then at ~/.kube/config, then for a pod's own credentials.</param>
/// <param name="Context">Context of the kubeconfig; null for its current one.</param>
public sealed record ConnectionOptions(string? KubeConfigPath = null, string? Context = null);
