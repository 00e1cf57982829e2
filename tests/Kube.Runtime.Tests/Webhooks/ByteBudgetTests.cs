using Kube.Runtime.Webhooks;

namespace Kube.Runtime.Tests.Webhooks;

/// <summary>All requests together hold no more bytes than there are, and who waits gets its turn.</summary>
public sealed class ByteBudgetTests
{
    private const int Size = 100;

    [Fact]
    public async Task WhoWaitsIsServedInOrder()
    {
        var budget = new ByteBudget(Size);
        await budget.TakeAsync(80, CancellationToken.None);
        var large = budget.TakeAsync(50, CancellationToken.None);
        var small = budget.TakeAsync(1, CancellationToken.None);
        Assert.False(large.IsCompleted || small.IsCompleted);
        budget.Return(80);
        await Task.WhenAll(large, small);
    }

    [Fact]
    public async Task WhoGivesUpLetsTheNextPass()
    {
        var budget = new ByteBudget(Size);
        await budget.TakeAsync(80, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var large = budget.TakeAsync(50, stop.Token);
        var small = budget.TakeAsync(1, CancellationToken.None);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        await small;
    }

    [Fact]
    public async Task NobodyTakesMoreThanThereIs() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new ByteBudget(Size).TakeAsync(Size + 1, CancellationToken.None));

    [Fact]
    public async Task ManyAtOnceNeverHoldMoreAndLeaveNothing()
    {
        var budget = new ByteBudget(Size);
        long held = 0;
        var most = 0L;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            var random = new Random(worker);
            for (var round = 0; round < 500; round++)
            {
                var wanted = random.Next(Size + 1);
                using var stop = new CancellationTokenSource(random.Next(3) == 0 ? TimeSpan.FromMilliseconds(random.Next(2)) : Timeout.InfiniteTimeSpan);
                try
                {
                    await budget.TakeAsync(wanted, stop.Token);
                }
                catch (OperationCanceledException)
                {
                    continue;
                }

                InterlockedMax(ref most, Interlocked.Add(ref held, wanted));
                await Task.Yield();
                Interlocked.Add(ref held, -wanted);
                budget.Return(wanted);
            }
        })));

        Assert.InRange(most, 1, Size);
        await budget.TakeAsync(Size, CancellationToken.None);
    }

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Volatile.Read(ref most); value > seen;)
        {
            var before = Interlocked.CompareExchange(ref most, value, seen);
            seen = before == seen ? value : before;
        }
    }
}
