using Kube.Runtime.Queueing;
using Kube.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Client.Http;

/// <summary>Holds requests back to the client's own rate limit; lets all pass when there is none.</summary>
internal sealed class RequestThrottle(RateLimit? limit, string host, ILogger logger, TimeProvider time)
{
    // Waits that nobody notices are not worth a line.
    private static readonly TimeSpan s_noticed = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly TokenBucket? _bucket = limit is null ? null : new(limit.PerSecond, limit.Burst);
    private readonly long _start = time.GetTimestamp();

    /// <summary>Completes when the request may be sent; they pass in the order in which they came.</summary>
    public ValueTask PassAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (_bucket is null)
        {
            RestClientMetrics.Throttled(request.Method, host, TimeSpan.Zero);
            return ValueTask.CompletedTask;
        }

        TimeSpan wait;
        lock (_lock)
        {
            wait = _bucket.Reserve(time.GetElapsedTime(_start));
        }

        RestClientMetrics.Throttled(request.Method, host, wait);
        if (wait >= s_noticed)
        {
            logger.LogInformation("{Method} {Path} waits {Delay:0.0} s for the client's own rate limit.", request.Method, request.Path, wait.TotalSeconds);
        }

        return wait == TimeSpan.Zero ? ValueTask.CompletedTask : new(Task.Delay(wait, time, cancellationToken));
    }
}
