using System.Diagnostics;

namespace Ray.EndToEnd;

/// <summary>Waits for the state that a level-based system must reach.</summary>
public static class Eventually
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads until <paramref name="isReached"/> holds and gives that reading.</summary>
    /// <param name="what">The state that is waited for, for the message.</param>
    /// <param name="read">Reads the present state.</param>
    /// <param name="isReached">Whether this is it.</param>
    /// <param name="timeout">Default: 60 s.</param>
    public static async Task<T> ReadAsync<T>(string what, Func<Task<T>> read, Predicate<T> isReached, TimeSpan? timeout = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var state = await read();
            if (isReached(state))
            {
                return state;
            }

            if (watch.Elapsed > (timeout ?? TimeSpan.FromSeconds(60)))
            {
                Assert.Fail($"Not reached within {watch.Elapsed.TotalSeconds:F0} s: {what}. Last seen: {state}");
            }

            await Task.Delay(s_pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Reads again and again for a while and fails as soon as <paramref name="holds"/> does not.</summary>
    public static async Task StaysAsync<T>(string what, Func<Task<T>> read, Predicate<T> holds, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < duration)
        {
            var state = await read();
            Assert.True(holds(state), $"Broken after {watch.Elapsed.TotalSeconds:F1} s: {what}. Seen: {state}");
            await Task.Delay(s_pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
