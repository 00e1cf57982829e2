using System.Net;

namespace Kube.Testing;

/// <summary>Waits for a process to answer.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Returns when the address answers 200; fails at once when the process ends. The caller sets the deadline.</summary>
    public static async Task WaitForOkAsync(HttpClient client, Uri address, ChildProcess process, CancellationToken cancellationToken)
    {
        while (!await AnswersOkAsync(client, address, cancellationToken))
        {
            if (process.HasExited)
            {
                throw new ControlPlaneException($"{process.Name} ended before it was ready. End of its log:\n{process.LogTail()}");
            }

            await Task.Delay(Interval, cancellationToken);
        }
    }

    private static async Task<bool> AnswersOkAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(RequestTimeout);
        try
        {
            using var response = await client.GetAsync(address, timeout.Token);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
