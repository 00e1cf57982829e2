using Kube.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Hosting;

/// <summary>Serves <c>/metrics</c> to Prometheus.</summary>
internal sealed class MetricsEndpoint(MetricsOptions options, PrometheusExporter exporter, ILogger<MetricsEndpoint> logger)
    : TextServer("metrics endpoint", options.Address, options.Port, logger)
{
    protected override TextAnswer Answer(string path, string query) => path == "/metrics"
        ? new("200 OK", exporter.Print(), PrometheusExporter.ContentType)
        : TextAnswer.NotFound("only /metrics is served\n");
}
