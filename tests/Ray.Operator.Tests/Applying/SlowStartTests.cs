using Ray.Operator.RayClusters.Applying;

namespace Ray.Operator.Tests.Applying;

public sealed class SlowStartTests
{
    [Fact]
    public async Task Rounds_double_and_results_keep_their_order()
    {
        var gates = Enumerable.Range(0, 12).Select(_ => new TaskCompletionSource()).ToList();
        var started = 0;
        var all = SlowStart.RunAsync(Enumerable.Range(0, 12).ToList(), Start, _ => false, TestContext.Current.CancellationToken);

        var released = 0;
        foreach (var total in new[] { 1, 3, 7, 12 })
        {
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref started) >= total, TimeSpan.FromSeconds(30)));
            Assert.Equal(total, Volatile.Read(ref started));
            for (; released < total; released++)
            {
                gates[released].SetResult();
            }
        }

        Assert.Equal(Enumerable.Range(0, 12), await all);

        async Task<int> Start(int item)
        {
            Interlocked.Increment(ref started);
            await gates[item].Task;
            return item;
        }
    }

    [Fact]
    public async Task No_round_begins_after_the_stop()
    {
        using var stop = new CancellationTokenSource();
        var results = await SlowStart.RunAsync(Enumerable.Range(0, 100).ToList(), Run, _ => false, stop.Token);

        Assert.Equal(Enumerable.Range(0, 3), results);

        async Task<int> Run(int item)
        {
            if (item == 1)
            {
                await stop.CancelAsync();
            }

            return item;
        }
    }

    [Fact]
    public async Task A_round_with_a_failure_is_the_last()
    {
        var results = await SlowStart.RunAsync(
            Enumerable.Range(0, 100).ToList(), Task.FromResult, i => i == 4, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 7), results);
    }
}
