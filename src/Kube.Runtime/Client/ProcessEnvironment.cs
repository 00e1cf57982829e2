namespace Kube.Runtime.Client;

/// <summary>What the search for a connection depends on besides files.</summary>
internal sealed record ProcessEnvironment(
    string HomeDirectory, string? KubeConfig, string? ServiceHost, string? ServicePort, string ServiceAccountDirectory)
{
    /// <summary>Whether a person at a terminal can be asked.</summary>
    public bool HasTerminal { get; init; }

    public static ProcessEnvironment Current => new(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        Environment.GetEnvironmentVariable("KUBECONFIG"),
        Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST"),
        Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_PORT"),
        "/var/run/secrets/kubernetes.io/serviceaccount")
    {
        HasTerminal = !Console.IsInputRedirected,
    };
}
