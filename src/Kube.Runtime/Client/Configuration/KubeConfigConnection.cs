using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kube.Runtime.Client.Credentials;

namespace Kube.Runtime.Client.Configuration;

/// <summary>Turns a chosen context of a kubeconfig into a connection.</summary>
internal static class KubeConfigConnection
{
    private static readonly string[] s_execVersions = ["client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"];

    public static ApiServerConnection Of(KubeConfig config, string? contextName, string origin)
    {
        var name = contextName ?? config.CurrentContext ?? throw new KubeConfigException(
            $"The kubeconfig '{origin}' has no current-context. Name a context{Known(config.Contexts)}, or run: kubectl config use-context NAME");
        var context = Find(config.Contexts, name, "context", origin);
        var cluster = Find(config.Clusters, context.Cluster, "cluster", origin);
        var user = context.User is { } userName ? Find(config.Users, userName, "user", origin) : new UserEntry();
        try
        {
            return new ApiServerConnection
            {
                Server = ServerOf(cluster, origin),
                Origin = $"context '{name}' of the kubeconfig '{origin}'",
                Namespace = context.Namespace ?? "default",
                CertificateAuthorities = AuthoritiesOf(cluster),
                TlsServerName = cluster.TlsServerName,
                SkipTlsVerify = cluster.SkipTlsVerify,
                Proxy = cluster.Proxy is { } proxy ? new Uri(proxy) : null,
                Credentials = CredentialsOf(user, cluster, origin),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or CryptographicException)
        {
            throw new KubeConfigException($"Context '{name}' of the kubeconfig '{origin}' cannot be used: {e.Message}", e);
        }
    }

    private static Uri ServerOf(ClusterEntry cluster, string origin) =>
        Uri.TryCreate(cluster.Server, UriKind.Absolute, out var server) && server.Scheme is "http" or "https"
            ? server
            : throw new KubeConfigException($"The kubeconfig '{origin}' names the server '{cluster.Server}', which is no http or https address.");

    private static IReadOnlyList<X509Certificate2> AuthoritiesOf(ClusterEntry cluster)
    {
        if (TextOf(cluster.AuthorityData, cluster.AuthorityFile) is not { } pem)
        {
            return [];
        }

        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(pem);
        return authorities.Count > 0 ? [.. authorities] : throw new FormatException("its certificate authority holds no PEM certificate");
    }

    private static ICredentialSource CredentialsOf(UserEntry user, ClusterEntry cluster, string origin)
    {
        var certificate = CertificateOf(user);

        // The precedence of client-go: a plugin, then a token file, a token, a password.
        if (user.Exec is { } exec)
        {
            return new ExecPluginCredential(PluginOf(exec, cluster, origin));
        }

        if (user.TokenFile is { } file)
        {
            return new TokenFileCredential(file, certificate);
        }

        if (user.Token is { } token)
        {
            return new StaticCredential(Credential.Bearer(token, certificate));
        }

        if (user.UserName is { } name)
        {
            var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{user.Password}"));
            return new StaticCredential(new(new AuthenticationHeaderValue("Basic", basic), certificate));
        }

        return user.AuthProvider is { } provider && certificate is null
            ? throw new KubeConfigException(
                $"The kubeconfig '{origin}' uses the auth-provider '{provider}', which Kubernetes removed in 1.26. Use an exec plugin instead.")
            : new StaticCredential(new(null, certificate));
    }

    private static ExecPlugin PluginOf(ExecEntry exec, ClusterEntry cluster, string origin) =>
        s_execVersions.Contains(exec.ApiVersion)
            ? new ExecPlugin(exec.Command, exec.ApiVersion)
            {
                Arguments = exec.Arguments,
                Environment = exec.Environment,
                InstallHint = exec.InstallHint,
                Cluster = exec.ProvideClusterInfo
                    ? new ExecCluster(cluster.Server, AuthorityDataOf(cluster), cluster.TlsServerName, cluster.SkipTlsVerify)
                    : null,
            }
            : throw new KubeConfigException(
                $"The kubeconfig '{origin}' runs '{exec.Command}' with apiVersion '{exec.ApiVersion}'; known are {string.Join(" and ", s_execVersions)}.");

    private static X509Certificate2? CertificateOf(UserEntry user)
    {
        var certificate = TextOf(user.CertificateData, user.CertificateFile);
        var key = TextOf(user.KeyData, user.KeyFile);
        return certificate is null && key is null ? null
            : certificate is not null && key is not null ? ClientCertificate.FromPem(certificate, key)
            : throw new FormatException("a client certificate and its key must be given together");
    }

    private static string? AuthorityDataOf(ClusterEntry cluster) =>
        cluster.AuthorityData ?? (cluster.AuthorityFile is { } file ? Convert.ToBase64String(File.ReadAllBytes(file)) : null);

    // Inline data wins over a file, as in client-go.
    private static string? TextOf(string? base64, string? file) =>
        base64 is not null ? Encoding.UTF8.GetString(Convert.FromBase64String(base64))
        : file is not null ? File.ReadAllText(file)
        : null;

    private static T Find<T>(IReadOnlyDictionary<string, T> entries, string name, string what, string origin) =>
        entries.TryGetValue(name, out var entry)
            ? entry
            : throw new KubeConfigException($"The kubeconfig '{origin}' has no {what} '{name}'{Known(entries)}.");

    private static string Known<T>(IReadOnlyDictionary<string, T> entries) =>
        entries.Count == 0 ? "; it has none" : $" (there are: {string.Join(", ", entries.Keys.Order(StringComparer.Ordinal))})";
}
