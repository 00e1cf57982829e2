using System.Diagnostics.Metrics;

namespace Kube.Runtime.Webhooks;

/// <summary>
/// What a webhook server counts: <c>controller_runtime_webhook_requests_total</c>, <c>_latency_seconds</c>, <c>_requests_in_flight</c> and
/// <c>_panics_total</c>, by the names and labels of controller-runtime.
/// </summary>
internal static class WebhookMetrics
{
    private const string Prefix = "controller_runtime_webhook_";

    private static readonly Meter s_meter = new("Kube.Runtime.Webhooks");
    private static readonly Counter<long> s_requests = s_meter.CreateCounter<long>(
        Prefix + "requests_total", description: "Total number of admission requests by HTTP status code.");
    private static readonly Histogram<double> s_latency = s_meter.CreateHistogram<double>(
        Prefix + "latency_seconds", description: "Histogram of the latency of processing admission requests");
    private static readonly UpDownCounter<long> s_inFlight = s_meter.CreateUpDownCounter<long>(
        Prefix + "requests_in_flight", description: "Current number of admission requests being served.");
    private static readonly Counter<long> s_panics = s_meter.CreateCounter<long>(
        Prefix + "panics_total", description: "Total number of webhook panics");

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
