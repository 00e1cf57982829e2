using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;

namespace Kube.Runtime.Telemetry;

/// <summary>The metrics <c>rest_client_*</c> of requests to the API server, with client-go's names, labels and bounds.</summary>
internal static class RestClientMetrics
{
    /// <summary>Value of the label <c>code</c> when there was no answer.</summary>
    private const string NoAnswer = "<error>";

    private static readonly double[] s_seconds = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60];

    // 64 bytes to 16 MiB.
    private static readonly double[] s_bytes = [64, 256, 512, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216];

    private static readonly Counter<long> s_requests = RuntimeMeter.Instance.CreateCounter<long>(
        "rest_client_requests_total", description: "HTTP requests, by status code, method and host.");

    private static readonly Counter<long> s_retries = RuntimeMeter.Instance.CreateCounter<long>(
        "rest_client_request_retries_total", description: "Requests that were sent again, by status code, verb and host.");

    private static readonly Histogram<double> s_duration = RuntimeMeter.Histogram(
        "rest_client_request_duration_seconds", "Seconds that a call takes with all its attempts, by verb and host; watches are excepted.", s_seconds);

    private static readonly Histogram<double> s_throttled = RuntimeMeter.Histogram(
        "rest_client_rate_limiter_duration_seconds", "Seconds that a request waits for the client's own rate limit, by verb and host.", s_seconds);

    private static readonly Histogram<double> s_resolution = RuntimeMeter.Histogram(
        "rest_client_dns_resolution_duration_seconds", "Seconds that finding the addresses of a host takes, by host.", s_seconds);

    private static readonly Histogram<double> s_sent = Sizes("rest_client_request_size_bytes", "Bytes of request bodies, by verb and host.");

    private static readonly Histogram<double> s_received = Sizes(
        "rest_client_response_size_bytes", "Bytes of response bodies, unpacked, by verb and host; watches are excepted.");

    /// <summary>An attempt was answered.</summary>
    public static void Answered(HttpMethod method, string host, HttpStatusCode code) =>
        s_requests.Add(1, new("code", TextOf(code)), new("method", method.Method), new("host", host));

    /// <summary>An attempt was not answered.</summary>
    public static void NotAnswered(HttpMethod method, string host) =>
        s_requests.Add(1, new("code", NoAnswer), new("method", method.Method), new("host", host));

    /// <summary>A request will be sent again.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="host">The server.</param>
    /// <param name="code">The answer that made it so; 0 for none.</param>
    public static void Retried(HttpMethod method, string host, HttpStatusCode code) =>
        s_retries.Add(1, new("code", code == 0 ? NoAnswer : TextOf(code)), new("verb", method.Method), new("host", host));

    public static void Took(HttpMethod method, string host, TimeSpan elapsed) => Record(s_duration, method, host, elapsed.TotalSeconds);

    public static void Resolved(string host, TimeSpan elapsed)
    {
        if (s_resolution.Enabled)
        {
            s_resolution.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("host", host));
        }
    }

    public static void Throttled(HttpMethod method, string host, TimeSpan elapsed) => Record(s_throttled, method, host, elapsed.TotalSeconds);

    public static void Sent(HttpMethod method, string host, long bytes) => Record(s_sent, method, host, bytes);

    public static void Received(HttpMethod method, string host, long bytes) => Record(s_received, method, host, bytes);

    private static void Record(Histogram<double> histogram, HttpMethod method, string host, double value)
    {
        if (histogram.Enabled)
        {
            histogram.Record(value, new("verb", method.Method), new KeyValuePair<string, object?>("host", host));
        }
    }

    private static string TextOf(HttpStatusCode code) => ((int)code).ToString(CultureInfo.InvariantCulture);

    private static Histogram<double> Sizes(string name, string description) => RuntimeMeter.Instance.CreateHistogram(
        name, "By", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = s_bytes });
}
