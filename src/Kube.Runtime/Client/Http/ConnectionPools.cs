using System.Security.Cryptography.X509Certificates;

namespace Kube.Runtime.Client.Http;

/// <summary>
/// The pool of connections to one API server. When the client certificate or the trusted authorities change it begins a new one: connections
/// keep what they were made with. Requests and watches that run go on over the old connections.
/// </summary>
internal sealed class ConnectionPools(ApiServerConnection connection, TransportOptions options, TrustedAuthorities trust) : IDisposable
{
    private readonly Lock _lock = new();
    private volatile Pool? _present;
    private bool _isDisposed;

    public TrustedAuthorities Trust { get; } = trust;

    /// <summary>Sends over connections made with that certificate and the present authorities.</summary>
    public HttpMessageInvoker For(X509Certificate2? certificate)
    {
        var authorities = Trust.Now;
        return _present is { } present && present.Fits(certificate, authorities) ? present.Invoker : Renewed(certificate, authorities);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _present?.Invoker.Dispose();
        }
    }

    private HttpMessageInvoker Renewed(X509Certificate2? certificate, IReadOnlyList<X509Certificate2> authorities)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_present is { } present && present.Fits(certificate, authorities))
            {
                return present.Invoker;
            }

            // Disposing a pool closes its idle connections at once and the others when their last stream ends.
            _present?.Invoker.Dispose();
            var handler = ConnectionPool.Create(connection, options, certificate, authorities);
            _present = new(new HttpMessageInvoker(handler), certificate, authorities);
            return _present.Invoker;
        }
    }

    private sealed record Pool(HttpMessageInvoker Invoker, X509Certificate2? Certificate, IReadOnlyList<X509Certificate2> Authorities)
    {
        public bool Fits(X509Certificate2? certificate, IReadOnlyList<X509Certificate2> authorities) =>
            ReferenceEquals(authorities, Authorities)
            && (ReferenceEquals(certificate, Certificate) || (certificate is not null && certificate.Equals(Certificate)));
    }
}
