using System.Diagnostics.Metrics;

namespace Kube.Runtime.Client.Http;

/// <summary>Counts requests under the name and labels that client-go uses, and by resource.</summary>
internal static class RequestMetrics
{
    private static readonly Meter s_meter = new("Kube.Runtime");

    private static readonly Counter<long> s_requests = s_meter.CreateCounter<long>(
        "rest_client_requests_total", description: "Number of HTTP requests, partitioned by status code, method, host and resource.");

    public static void Count(ApiRequest request, Uri server, string code) => s_requests.Add(
        1,
        new("code", code),
        new("method", request.Method.Method),
        new("host", server.Authority),
        new KeyValuePair<string, object?>("resource", request.Resource?.Plural ?? ""));
}
