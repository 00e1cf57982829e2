using System.Text.Json.Nodes;

namespace Kube.Runtime.Client.Configuration;

/// <summary>The parts of kubeconfig files that a client needs. Data stays as text until a context is chosen.</summary>
internal sealed record KubeConfig(
    string? CurrentContext,
    IReadOnlyDictionary<string, ContextEntry> Contexts,
    IReadOnlyDictionary<string, ClusterEntry> Clusters,
    IReadOnlyDictionary<string, UserEntry> Users)
{
    public static KubeConfig Empty { get; } = new(
        null, new Dictionary<string, ContextEntry>(), new Dictionary<string, ClusterEntry>(), new Dictionary<string, UserEntry>());

    /// <summary>
    /// Adds what a later file says. Where both have an entry of one name, the earlier file's counts as a whole: not one member of the other is
    /// taken over.
    /// </summary>
    public KubeConfig Merge(KubeConfig later) => new(
        CurrentContext ?? later.CurrentContext,
        Merge(Contexts, later.Contexts),
        Merge(Clusters, later.Clusters),
        Merge(Users, later.Users));

    private static Dictionary<string, T> Merge<T>(IReadOnlyDictionary<string, T> earlier, IReadOnlyDictionary<string, T> later)
    {
        var merged = new Dictionary<string, T>(later, StringComparer.Ordinal);
        foreach (var (name, entry) in earlier)
        {
            merged[name] = entry;
        }

        return merged;
    }
}

/// <summary>A context: a cluster, a user and a namespace.</summary>
internal sealed record ContextEntry(string? Cluster, string? User, string? Namespace);

/// <summary>A cluster. Paths are absolute.</summary>
internal sealed record ClusterEntry(string? Server)
{
    public string? AuthorityData { get; init; }

    public string? AuthorityFile { get; init; }

    public string? TlsServerName { get; init; }

    public bool SkipTlsVerify { get; init; }

    public string? Proxy { get; init; }

    public bool DisableCompression { get; init; }

    /// <summary>What credential plugins shall know of the cluster; null for nothing.</summary>
    public JsonNode? PluginConfig { get; init; }
}

/// <summary>A user. Paths are absolute.</summary>
internal sealed record UserEntry
{
    public string? Token { get; init; }

    public string? TokenFile { get; init; }

    public string? CertificateData { get; init; }

    public string? CertificateFile { get; init; }

    public string? KeyData { get; init; }

    public string? KeyFile { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    public ExecEntry? Exec { get; init; }

    /// <summary>Somebody else to act as.</summary>
    public ImpersonationEntry? Impersonation { get; init; }

    /// <summary>Name of a legacy <c>auth-provider</c>, which is not supported.</summary>
    public string? AuthProvider { get; init; }
}

/// <summary>Somebody to act as.</summary>
internal sealed record ImpersonationEntry(string User, string? Uid, IReadOnlyList<string> Groups)
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Extra { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>A credential plugin.</summary>
internal sealed record ExecEntry(string? Command, string? ApiVersion)
{
    public IReadOnlyList<string> Arguments { get; init; } = [];

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public string InstallHint { get; init; } = "";

    public string? InteractiveMode { get; init; }

    public bool ProvideClusterInfo { get; init; }
}
