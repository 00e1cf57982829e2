namespace Kube;

/// <summary>Repeats a read-change-write until no other writer comes between.</summary>
internal static class ConflictRetry
{
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Tries until an attempt returns something. There is no last attempt: each conflict means that somebody else's write went through, and
    /// the pauses, doubled up to a second with jitter, let many writers pass one another. The caller's cancellation ends it.
    /// </summary>
    /// <param name="attempt">One attempt; null when another writer was faster.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public static async Task<T> RunAsync<T>(Func<Task<T?>> attempt, CancellationToken cancellationToken)
        where T : class
    {
        var pause = s_first;
        while (true)
        {
            if (await attempt().ConfigureAwait(false) is { } result)
            {
                return result;
            }

            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), TimeProvider.System, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < s_longest ? pause * 2 : s_longest;
        }
    }
}
