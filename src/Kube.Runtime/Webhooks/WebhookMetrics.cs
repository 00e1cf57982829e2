using System.Diagnostics.Metrics;
using Kube.Runtime.Telemetry;

namespace Kube.Runtime.Webhooks;

/// <summary>
/// What a webhook server counts: <c>controller_runtime_webhook_requests_total</c>, <c>_latency_seconds</c>, <c>_requests_in_flight</c> and
/// <c>_panics_total</c>, by the names and labels of controller-runtime.
/// </summary>
internal static class WebhookMetrics
{
    private const string Prefix = "controller_runtime_webhook_";

    private static readonly Counter<long> s_requests = RuntimeMeter.Instance.CreateCounter<long>(
        Prefix + "requests_total", description: "Requests that were answered, by HTTP status code.");
    private static readonly Histogram<double> s_latency = RuntimeMeter.Histogram(
        Prefix + "latency_seconds", "Seconds from a request to its answer.", .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10);
    private static readonly UpDownCounter<long> s_inFlight = RuntimeMeter.Instance.CreateUpDownCounter<long>(
        Prefix + "requests_in_flight", description: "Requests that are being answered.");
    private static readonly Counter<long> s_panics = RuntimeMeter.Instance.CreateCounter<long>(
        Prefix + "panics_total", description: "Requests that failed by a bug of their webhook.");

    public static void Started(string path) => s_inFlight.Add(1, Of(path));

    public static void Ended(string path, int code, TimeSpan elapsed)
    {
        s_inFlight.Add(-1, Of(path));
        s_latency.Record(elapsed.TotalSeconds, Of(path));
        s_requests.Add(1, Of(path), new KeyValuePair<string, object?>("code", code));
    }

    public static void Panicked() => s_panics.Add(1);

    private static KeyValuePair<string, object?> Of(string path) => new("webhook", path);
}
