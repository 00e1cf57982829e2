using Kube.Runtime.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Watching;

public sealed class BackoffTests
{
    [Fact]
    public void Delays_double_from_800_ms_to_30_s_with_jitter_and_start_over_after_two_good_minutes()
    {
        var time = new FakeTimeProvider();
        var backoff = new Backoff(new BackoffOptions(), time, new Random(7));
        double[] steps = [0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 30, 30];
        foreach (var step in steps)
        {
            var delay = backoff.Next();
            Assert.InRange(delay.TotalSeconds, step, step * 2);
            time.Advance(delay);
        }

        time.Advance(TimeSpan.FromSeconds(119));
        Assert.True(backoff.Next().TotalSeconds >= 30);
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.InRange(backoff.Next().TotalSeconds, 0.8, 1.6);
    }
}
