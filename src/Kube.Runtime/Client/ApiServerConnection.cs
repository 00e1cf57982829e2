using System.Security.Cryptography.X509Certificates;
using Kube.Runtime.Client.Credentials;

namespace Kube.Runtime.Client;

/// <summary>How to reach one API server, whom to trust and who to be.</summary>
public sealed record ApiServerConnection
{
    /// <summary>Address of the server, such as <c>https://10.0.0.1:6443</c>; may have a path.</summary>
    public required Uri Server { get; init; }

    /// <summary>Where this connection was described, for messages: a file and its context, or the pod's credentials.</summary>
    public string Origin { get; init; } = "code";

    /// <summary>Namespace of the context or pod. Default <c>default</c>.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>Certificate authorities to trust instead of the system's; empty for the system's.</summary>
    public IReadOnlyList<X509Certificate2> CertificateAuthorities { get; init; } = [];

    /// <summary>
    /// File that <see cref="CertificateAuthorities"/> were read from, read again when it changes, as the authorities of a cluster may; null when
    /// they stay.
    /// </summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Name that the server's certificate must have, when it differs from the address; null for the address.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>Trusts any certificate: whoever sits between may read and change everything. Never for production.</summary>
    public bool SkipTlsVerify { get; init; }

    /// <summary>
    /// Proxy (http, https or socks5), which may carry a name and a password; null for that of HTTPS_PROXY, HTTP_PROXY and NO_PROXY if they name one
    /// for the server.
    /// </summary>
    public Uri? Proxy { get; init; }

    /// <summary>Whether the server shall never compress its answers, whatever <see cref="TransportOptions.Compression"/> says.</summary>
    public bool DisableCompression { get; init; }

    /// <summary>Somebody else to act as; null to be oneself.</summary>
    public Impersonation? Impersonation { get; init; }

    /// <summary>Who to be. Default: nobody.</summary>
    public ICredentialSource Credentials { get; init; } = StaticCredential.Anonymous;

    /// <summary>
    /// Finds a connection: the named kubeconfig, else those of KUBECONFIG, else <c>~/.kube/config</c>, else a pod's own credentials.
    /// </summary>
    /// <exception cref="KubeConfigException">Nothing was found, or what was found is not usable; the message says what to do.</exception>
    public static Task<ApiServerConnection> LoadAsync(ConnectionOptions? options = null, CancellationToken cancellationToken = default) =>
        new ConnectionLocator(ProcessEnvironment.Current).LocateAsync(options ?? new ConnectionOptions(), cancellationToken);

    /// <summary>As <see cref="LoadAsync"/>, for places that cannot wait, such as the factory of a service. Reads small files only.</summary>
    /// <exception cref="KubeConfigException">Nothing was found, or what was found is not usable; the message says what to do.</exception>
    public static ApiServerConnection Load(ConnectionOptions? options = null) => LoadAsync(options).GetAwaiter().GetResult();

    /// <summary>The connection of a pod, by the credentials of its service account.</summary>
    /// <exception cref="KubeConfigException">This is no pod, or it has no credentials.</exception>
    public static ApiServerConnection LoadInCluster() => InClusterConfig.TryLoad(ProcessEnvironment.Current)
        ?? throw new KubeConfigException("This process does not run in a pod: KUBERNETES_SERVICE_HOST is not set. Name a kubeconfig instead.");
}
