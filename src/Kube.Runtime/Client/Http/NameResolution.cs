using System.Diagnostics;
using System.Net;
using Kube.Runtime.Telemetry;

namespace Kube.Runtime.Client.Http;

/// <summary>Finds the addresses of a host and measures how long that takes: a slow name server looks like a slow API server.</summary>
internal static class NameResolution
{
    /// <param name="host">A name, or an address, which needs no question.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async ValueTask<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var address))
        {
            return [address];
        }

        var start = Stopwatch.GetTimestamp();
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            RestClientMetrics.Resolved(host, Stopwatch.GetElapsedTime(start));
        }
    }
}
