using System.Net.Http.Headers;
using System.Text;
using Kube.Runtime.Client.Credentials;

namespace Kube.Runtime.Client.Configuration;

/// <summary>Turns the user of a kubeconfig into a source of credentials.</summary>
internal static class KubeConfigCredentials
{
    private static readonly string[] s_execVersions = ["client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"];

    /// <exception cref="KubeConfigException">The user cannot be used; the message says why.</exception>
    /// <exception cref="FormatException">Data are not what they should be.</exception>
    public static ICredentialSource Of(UserEntry user, ClusterEntry cluster, string origin, bool hasTerminal)
    {
        if (user.Exec is { } exec)
        {
            // A plugin brings whatever certificate it wants.
            return new ExecPluginCredential(PluginOf(exec, cluster, origin), hasTerminal);
        }

        var other = TokenOf(user);
        if (user.AuthProvider is { } provider && other is null && user is { CertificateData: null, CertificateFile: null })
        {
            throw new KubeConfigException(
                $"The kubeconfig '{origin}' uses the auth-provider '{provider}', which Kubernetes removed in 1.26. Use an exec plugin instead.");
        }

        return WithCertificate(user, other);
    }

    // The precedence of client-go: a token file, a token, a password.
    private static ICredentialSource? TokenOf(UserEntry user) =>
        user.TokenFile is { } file ? new TokenFileCredential(file)
        : user.Token is { } token ? new StaticCredential(Credential.Bearer(token))
        : user.UserName is { } name ? new StaticCredential(new(Basic(name, user.Password), null))
        : null;

    private static AuthenticationHeaderValue Basic(string name, string? password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));

    private static ICredentialSource WithCertificate(UserEntry user, ICredentialSource? other)
    {
        var hasCertificate = user.CertificateData is not null || user.CertificateFile is not null;
        var hasKey = user.KeyData is not null || user.KeyFile is not null;
        if (hasCertificate != hasKey)
        {
            throw new FormatException("a client certificate and its key must be given together");
        }

        if (!hasCertificate)
        {
            return other ?? StaticCredential.Anonymous;
        }

        // Inline data win over files, as in client-go; what is in files may be renewed.
        if (user is { CertificateData: null, KeyData: null })
        {
            return FromFiles(user.CertificateFile!, user.KeyFile!, other);
        }

        var certificate = ClientCertificate.FromPem(TextOf(user.CertificateData, user.CertificateFile), TextOf(user.KeyData, user.KeyFile));
        return other is null ? new StaticCredential(new(null, certificate)) : new FixedCertificateCredential(other, certificate);
    }

    private static CertificateFileCredential FromFiles(string certificate, string key, ICredentialSource? other)
    {
        // What cannot be used is better said now than with the first request.
        using (ClientCertificate.FromPem(File.ReadAllText(certificate), File.ReadAllText(key)))
        {
            return new CertificateFileCredential(certificate, key, other);
        }
    }

    private static string TextOf(string? base64, string? file) =>
        base64 is not null ? Encoding.UTF8.GetString(Convert.FromBase64String(base64)) : File.ReadAllText(file!);

    private static ExecPlugin PluginOf(ExecEntry exec, ClusterEntry cluster, string origin)
    {
        var command = exec.Command ?? throw new KubeConfigException($"The kubeconfig '{origin}' names no 'command' for its exec plugin.");
        if (!s_execVersions.Contains(exec.ApiVersion))
        {
            throw new KubeConfigException(
                $"The kubeconfig '{origin}' runs '{command}' with apiVersion '{exec.ApiVersion}'; known are {string.Join(" and ", s_execVersions)}.");
        }

        return new ExecPlugin(command, exec.ApiVersion!)
        {
            Arguments = exec.Arguments,
            Environment = exec.Environment,
            InstallHint = exec.InstallHint,
            Interactive = InteractiveModeOf(exec.InteractiveMode, command, origin),
            Cluster = exec.ProvideClusterInfo ? ClusterOf(cluster) : null,
        };
    }

    // Version v1 demands one of the three; whoever leaves it out means what v1beta1 does.
    private static InteractiveMode InteractiveModeOf(string? text, string command, string origin) => text switch
    {
        null or "IfAvailable" => InteractiveMode.IfAvailable,
        "Never" => InteractiveMode.Never,
        "Always" => InteractiveMode.Always,
        _ => throw new KubeConfigException(
            $"The kubeconfig '{origin}' runs '{command}' with interactiveMode '{text}'; known are Never, IfAvailable and Always."),
    };

    private static ExecCluster ClusterOf(ClusterEntry cluster) => new(cluster.Server!)
    {
        TlsServerName = cluster.TlsServerName,
        InsecureSkipTlsVerify = cluster.SkipTlsVerify,
        CertificateAuthorityData = cluster.AuthorityData
            ?? (cluster.AuthorityFile is { } file ? Convert.ToBase64String(File.ReadAllBytes(file)) : null),
        ProxyUrl = cluster.Proxy,
        DisableCompression = cluster.DisableCompression,
        Config = cluster.PluginConfig,
    };
}
