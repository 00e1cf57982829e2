using Kube.Runtime.Watching;

namespace Kube.Runtime.Controllers;

/// <summary>Waits until caches are filled, and says which is not and why when it takes too long.</summary>
internal static class CacheSync
{
    /// <exception cref="TimeoutException">A cache was not in sync in time; the message names its kind and the likely cause.</exception>
    public static async Task WaitAsync(
        string controller, IReadOnlyList<IInformer> informers, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(informers.Select(informer => informer.WaitForSyncAsync(cancellationToken)))
                .WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            var missing = informers.Where(informer => !informer.HasSynced).ToList();
            if (missing.Count > 0)
            {
                throw new TimeoutException(
                    $"Controller {controller} has waited {limit.TotalSeconds:0.###} s for its caches. " + string.Join(" ", missing.Select(Describe)));
            }
        }
    }

    private static string Describe(IInformer informer)
    {
        var cause = informer.Failure is { } failure
            ? failure.Message
            : "no request has failed, so the server is slow to list them, or nobody runs the informer: register it with the host or call RunAsync.";
        return $"Not in sync: {informer.Resource}: {cause}";
    }
}
