using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Runtime.Client.Http;

/// <summary>Configures the pool of connections to one API server.</summary>
internal static class ConnectionPool
{
    private static readonly TimeSpan s_probeAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_probeTimeout = TimeSpan.FromSeconds(15);

    /// <summary>New requests then take a new connection, perhaps to another server behind one name; streams that are open go on.</summary>
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(10);

    /// <param name="connection">The server and how to reach it.</param>
    /// <param name="options">Deadlines and bounds.</param>
    /// <param name="certificate">Client certificate of all connections; null for none.</param>
    /// <param name="authorities">Authorities that all connections trust; empty for the system's.</param>
    public static SocketsHttpHandler Create(
        ApiServerConnection connection, TransportOptions options, X509Certificate2? certificate, IReadOnlyList<X509Certificate2> authorities)
    {
        return new SocketsHttpHandler
        {
            // A server allows some hundred streams on a connection; many watches need a second one.
            EnableMultipleHttp2Connections = true,
            MaxConnectionsPerServer = options.MaxConnections,
            KeepAlivePingDelay = s_probeAfter,
            KeepAlivePingTimeout = s_probeTimeout,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            PooledConnectionLifetime = s_connectionLifetime,
            ConnectTimeout = options.ConnectTimeout,
            ConnectCallback = ConnectAsync,

            // Asked for where it pays, and unpacked by whoever asked.
            AutomaticDecompression = DecompressionMethods.None,
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = connection.Proxy is { } proxy ? EnvironmentProxy.Of(proxy) : new EnvironmentProxy(ProxyVariables.Current),
            SslOptions = TlsOf(connection, certificate, authorities),
        };
    }

    private static SslClientAuthenticationOptions TlsOf(
        ApiServerConnection connection, X509Certificate2? certificate, IReadOnlyList<X509Certificate2> authorities)
    {
        var tls = new SslClientAuthenticationOptions();
        if (connection.SkipTlsVerify)
        {
#pragma warning disable CA5359 // The user's kubeconfig asks for exactly this; the transport warns.
            tls.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (authorities.Count > 0)
        {
            // Only these authorities count, and names, dates and usages are still checked by the platform.
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.AddRange(authorities.ToArray());
            tls.CertificateChainPolicy = policy;
        }

        tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate!;
        return tls;
    }

    // HTTP/1.1 has no pings: probes of the operating system find connections that a middlebox has dropped.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)s_probeAfter.TotalSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 5);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
            var addresses = await NameResolution.ResolveAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
