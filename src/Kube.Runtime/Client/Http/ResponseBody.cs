using System.IO.Compression;
using Kube.Runtime.Telemetry;

namespace Kube.Runtime.Client.Http;

/// <summary>Opens bodies of responses.</summary>
internal static class ResponseBody
{
    /// <summary>The body, unpacked.</summary>
    public static async Task<Stream> OpenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return response.Content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(body, CompressionMode.Decompress) : body;
    }

    /// <summary>As <see cref="OpenAsync"/>; its size is recorded when it is disposed.</summary>
    public static async Task<Stream> OpenMeasuredAsync(HttpResponseMessage response, HttpMethod method, string host, CancellationToken cancellationToken) =>
        new MeasuredStream(await OpenAsync(response, cancellationToken).ConfigureAwait(false), bytes => RestClientMetrics.Received(method, host, bytes));
}
