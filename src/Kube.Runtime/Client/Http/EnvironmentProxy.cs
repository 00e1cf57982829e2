using System.Net;

namespace Kube.Runtime.Client.Http;

/// <summary>
/// The proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, read as Go programs read them, kubectl included: NO_PROXY may have addresses,
/// networks (10.0.0.0/8), domains with all below (<c>example.com</c>) or only what is below (<c>.example.com</c>), ports, and <c>*</c>.
/// Loopback never goes through a proxy.
/// </summary>
internal sealed class EnvironmentProxy(ProxyVariables variables) : IWebProxy
{
    private readonly Uri? _secure = AddressOf(variables.HttpsProxy);
    private readonly Uri? _plain = AddressOf(variables.HttpProxy);
    private readonly string[] _exceptions = (variables.NoProxy ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public ICredentials? Credentials
    {
        get => CredentialsOf(_secure) ?? CredentialsOf(_plain);
        set => throw new NotSupportedException();
    }

    /// <summary>A proxy with the name and password that its address may carry.</summary>
    public static IWebProxy Of(Uri address) => new WebProxy(address) { Credentials = CredentialsOf(address) };

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : For(destination);

    public bool IsBypassed(Uri host) => For(host) is null || host.IsLoopback || _exceptions.Any(exception => Covers(exception, host));

    private Uri? For(Uri destination) => destination.Scheme == Uri.UriSchemeHttps ? _secure : _plain;

    private static bool Covers(string exception, Uri host)
    {
        if (exception == "*")
        {
            return true;
        }

        if (IPAddress.TryParse(host.IdnHost, out var address))
        {
            return IPNetwork.TryParse(exception, out var network) ? network.Contains(address)
                : IPAddress.TryParse(exception, out var single) ? single.Equals(address)
                : IPEndPoint.TryParse(exception, out var endpoint) && endpoint.Address.Equals(address) && endpoint.Port == host.Port;
        }

        var (name, port) = Split(exception.StartsWith("*.", StringComparison.Ordinal) ? exception[1..] : exception);
        return (port is null || port == host.Port)
            && (host.IdnHost.EndsWith(name.StartsWith('.') ? name : "." + name, StringComparison.OrdinalIgnoreCase)
                || host.IdnHost.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private static (string Name, int? Port) Split(string exception)
    {
        var colon = exception.LastIndexOf(':');
        return colon > 0 && int.TryParse(exception[(colon + 1)..], out var port) ? (exception[..colon], port) : (exception, null);
    }

    private static Uri? AddressOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text, UriKind.Absolute, out var address) ? address
        : throw new KubeConfigException($"The environment names the proxy '{text}', which is no address. Correct HTTPS_PROXY and HTTP_PROXY, or unset them.");

    private static NetworkCredential? CredentialsOf(Uri? address) =>
        address?.UserInfo.Split(':', 2) is [{ Length: > 0 } name, .. var password]
            ? new(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password.FirstOrDefault() ?? ""))
            : null;
}

/// <summary>The variables that name proxies.</summary>
internal sealed record ProxyVariables(string? HttpsProxy, string? HttpProxy, string? NoProxy)
{
    public static ProxyVariables Current => new(Read("HTTPS_PROXY"), Read("HTTP_PROXY"), Read("NO_PROXY"));

    // The lower-case names are as common.
    private static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : Environment.GetEnvironmentVariable(name.ToLowerInvariant());
}
