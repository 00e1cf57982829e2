using System.Net;
using System.Net.Http.Headers;
using Kube.Runtime.Client.Credentials;

namespace Kube.Runtime.Client.Http;

/// <summary>Writes requests as HTTP messages.</summary>
internal sealed class RequestMessages(ApiServerConnection connection, TransportOptions options)
{
    private readonly string _base = connection.Server.AbsoluteUri.TrimEnd('/');
    private readonly bool _compresses = options.Compression && !connection.DisableCompression;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _impersonation = [.. connection.Impersonation?.Headers() ?? []];

    public HttpRequestMessage Of(ApiRequest request, Credential credential)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(_base + request.Target))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        message.Headers.Authorization = credential.Authorization;
        foreach (var (name, value) in _impersonation)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (_compresses && request.Method == HttpMethod.Get && !IsWatch(request))
        {
            message.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        }

        // The handler takes the name for SNI and for the certificate check from here.
        message.Headers.Host = connection.TlsServerName;
        if (request.Body.Length > 0)
        {
            message.Content = request.BeforeSend is { } guard ? new GuardedContent(request.Body, guard) : new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.ContentType);
        }

        return message;
    }

    private static bool IsWatch(ApiRequest request) => request.Query.StartsWith("watch=true", StringComparison.Ordinal)
        || request.Query.Contains("&watch=true", StringComparison.Ordinal);
}
