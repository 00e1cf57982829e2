using System.Net;
using System.Text.Json;

namespace Kube.Testing;

/// <summary>Sorts failures into those that pass and those that stay.</summary>
internal static class Failures
{
    /// <summary>Whether to go on: the failure passes by itself, or it is a refusal and somebody listens to refusals.</summary>
    public static bool CanRetry(Exception exception, Action<Exception>? onRefusal, CancellationToken stopping)
    {
        if (IsTransient(exception, stopping))
        {
            return true;
        }

        if (onRefusal is null || exception is not HttpRequestException)
        {
            return false;
        }

        onRefusal(exception);
        return true;
    }

    /// <summary>Somebody else was faster; the watch brings, or has brought, what is true now.</summary>
    public static bool IsStale(Exception exception) =>
        exception is HttpRequestException { StatusCode: HttpStatusCode.Conflict or HttpStatusCode.NotFound };

    /// <summary>Short at first, at most two seconds.</summary>
    public static TimeSpan Delay(int failures) => TimeSpan.FromMilliseconds(Math.Min(100 << Math.Min(failures, 6), 2000));

    // An outage, a restart, too much load: the same request can succeed later.
    private static bool IsTransient(Exception exception, CancellationToken stopping) => exception switch
    {
        HttpRequestException { StatusCode: { } status } => status == HttpStatusCode.TooManyRequests || (int)status >= 500,
        HttpRequestException or IOException or JsonException => true,
        OperationCanceledException => !stopping.IsCancellationRequested, // the client's own time-out
        _ => false,
    };
}
