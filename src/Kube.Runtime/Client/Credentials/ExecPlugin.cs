namespace Kube.Runtime.Client.Credentials;

/// <summary>A program that prints credentials, as a kubeconfig describes it.</summary>
internal sealed record ExecPlugin(string Command, string ApiVersion)
{
    public IReadOnlyList<string> Arguments { get; init; } = [];

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public string InstallHint { get; init; } = "";

    public InteractiveMode Interactive { get; init; }

    /// <summary>Whether the plugin wants to be told the server's address and certificate authorities.</summary>
    public ExecCluster? Cluster { get; init; }
}

/// <summary>Whether a plugin may ask the person at the terminal.</summary>
internal enum InteractiveMode
{
    /// <summary>If there is one.</summary>
    IfAvailable,

    /// <summary>Never.</summary>
    Never,

    /// <summary>It must; without a terminal it is not run.</summary>
    Always,
}
