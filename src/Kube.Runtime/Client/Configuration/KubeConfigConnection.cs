using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Kube.Runtime.Client.Configuration;

/// <summary>Turns a chosen context of a kubeconfig into a connection.</summary>
internal static class KubeConfigConnection
{
    private static readonly string[] s_proxySchemes = ["http", "https", "socks5"];

    public static ApiServerConnection Of(KubeConfig config, string? contextName, string origin, bool hasTerminal)
    {
        var name = contextName ?? config.CurrentContext ?? throw new KubeConfigException(
            $"The kubeconfig '{origin}' has no current-context. Name a context{Known(config.Contexts)}, or run: kubectl config use-context NAME");
        var context = Find(config.Contexts, name, "context", origin);
        var clusterName = context.Cluster ?? throw new KubeConfigException($"Context '{name}' of the kubeconfig '{origin}' has no 'cluster'.");
        var cluster = Find(config.Clusters, clusterName, "cluster", origin);
        var user = context.User is { } userName ? Find(config.Users, userName, "user", origin) : new UserEntry();
        try
        {
            return new ApiServerConnection
            {
                Server = ServerOf(cluster, clusterName, origin),
                Origin = $"context '{name}' of the kubeconfig '{origin}'",
                Namespace = context.Namespace ?? "default",
                CertificateAuthorities = AuthoritiesOf(cluster),
                CertificateAuthorityFile = cluster.AuthorityData is null ? cluster.AuthorityFile : null,
                TlsServerName = cluster.TlsServerName,
                SkipTlsVerify = cluster.SkipTlsVerify,
                Proxy = cluster.Proxy is { } proxy ? ProxyOf(proxy, origin) : null,
                DisableCompression = cluster.DisableCompression,
                Impersonation = user.Impersonation is { } other ? ImpersonationOf(other) : null,
                Credentials = KubeConfigCredentials.Of(user, cluster, origin, hasTerminal),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or CryptographicException or ArgumentException)
        {
            throw new KubeConfigException($"Context '{name}' of the kubeconfig '{origin}' cannot be used: {e.Message}", e);
        }
    }

    private static Uri ServerOf(ClusterEntry cluster, string name, string origin) =>
        cluster.Server is null ? throw new KubeConfigException($"Cluster '{name}' of the kubeconfig '{origin}' has no 'server'.")
        : Uri.TryCreate(cluster.Server, UriKind.Absolute, out var server) && server.Scheme is "http" or "https" ? server
        : throw new KubeConfigException($"The kubeconfig '{origin}' names the server '{cluster.Server}', which is no http or https address.");

    private static Uri ProxyOf(string text, string origin) =>
        Uri.TryCreate(text, UriKind.Absolute, out var proxy) && s_proxySchemes.Contains(proxy.Scheme)
            ? proxy
            : throw new KubeConfigException($"The kubeconfig '{origin}' names the proxy '{text}', which is no http, https or socks5 address.");

    private static Impersonation ImpersonationOf(ImpersonationEntry entry) => new(entry.User)
    {
        Uid = entry.Uid,
        Group = Single(entry.Groups, "as-groups"),
        Extra = entry.Extra.Where(extra => extra.Value.Count > 0).ToDictionary(extra => extra.Key, extra => Single(extra.Value, $"as-user-extra '{extra.Key}'")!),
    };

    // Better none than other rights than those that were asked for.
    private static string? Single(IReadOnlyList<string> values, string what) => values.Count <= 1
        ? (values.Count == 0 ? null : values[0])
        : throw new FormatException($"its {what} has {values.Count} values, and .NET's HTTP client can send one; name one");

    // Inline data win over a file, as in client-go.
    private static IReadOnlyList<X509Certificate2> AuthoritiesOf(ClusterEntry cluster) =>
        cluster.AuthorityData is { } data ? PemAuthorities.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(data)))
        : cluster.AuthorityFile is { } file ? PemAuthorities.Parse(File.ReadAllText(file))
        : [];

    private static T Find<T>(IReadOnlyDictionary<string, T> entries, string name, string what, string origin) =>
        entries.TryGetValue(name, out var entry)
            ? entry
            : throw new KubeConfigException($"The kubeconfig '{origin}' has no {what} '{name}'{Known(entries)}.");

    private static string Known<T>(IReadOnlyDictionary<string, T> entries) =>
        entries.Count == 0 ? "; it has none" : $" (there are: {string.Join(", ", entries.Keys.Order(StringComparer.Ordinal))})";
}
