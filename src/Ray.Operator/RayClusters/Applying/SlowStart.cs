namespace Ray.Operator.RayClusters.Applying;

/// <summary>
/// Runs many writes of one kind side by side, but not all at once: one, then two, four, eight. If the server refuses the first for want of
/// quota or permission, it need not refuse hundreds.
/// </summary>
internal static class SlowStart
{
    private const int MaxWidth = 64;

    /// <summary>Runs until all are done or a round had a failure; the rounds after it are dropped.</summary>
    /// <param name="items">What to run.</param>
    /// <param name="run">Runs one; reports failure in its result.</param>
    /// <param name="hasFailed">Whether a result is a failure.</param>
    /// <param name="stopping">Once it is cancelled no new round begins; one that runs is finished.</param>
    /// <returns>Results of the items that were run, in their order.</returns>
    public static async Task<IReadOnlyList<TResult>> RunAsync<TItem, TResult>(
        IReadOnlyList<TItem> items, Func<TItem, Task<TResult>> run, Func<TResult, bool> hasFailed,
        CancellationToken stopping)
    {
        var results = new List<TResult>(items.Count);
        for (var width = 1; results.Count < items.Count && !stopping.IsCancellationRequested; width = Math.Min(width * 2, MaxWidth))
        {
            var round = await Task.WhenAll(items.Skip(results.Count).Take(width).Select(run));
            results.AddRange(round);
            if (round.Any(hasFailed))
            {
                break;
            }
        }

        return results;
    }
}
