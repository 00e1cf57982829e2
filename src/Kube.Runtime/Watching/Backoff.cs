namespace Kube.Runtime.Watching;

/// <summary>Delays between attempts: each is drawn between the exponential step and twice that, so that many clients spread out.</summary>
internal sealed class Backoff(BackoffOptions options, TimeProvider time, Random random)
{
    private int _failures;
    private DateTimeOffset _last = DateTimeOffset.MinValue;

    public TimeSpan Next()
    {
        var now = time.GetUtcNow();
        if (now - _last > options.ResetAfter)
        {
            _failures = 0;
        }

        var step = Math.Min(options.Base.TotalMilliseconds * Math.Pow(2, Math.Min(_failures, 30)), options.Max.TotalMilliseconds);
        _failures++;
        var delay = TimeSpan.FromMilliseconds(step * (1 + random.NextDouble()));
        _last = now + delay;
        return delay;
    }
}
