namespace Kube.Runtime.Queueing;

/// <summary>Lets a number of calls pass at once, and further ones at a steady rate. Says how long each has to wait.</summary>
/// <remarks>Not thread-safe: its owner locks.</remarks>
internal sealed class TokenBucket(double perSecond, int burst)
{
    private double _tokens = burst;
    private TimeSpan _last;

    /// <summary>Takes a token, in advance when there is none, and gives the time until it is there.</summary>
    /// <param name="now">Time since any fixed moment.</param>
    public TimeSpan Reserve(TimeSpan now)
    {
        Refill(now);
        _tokens--;
        return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / perSecond);
    }

    /// <summary>Takes a token if there is one.</summary>
    public bool TryTake(TimeSpan now)
    {
        Refill(now);
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }

    private void Refill(TimeSpan now)
    {
        // Callers without a monotonic clock may go back; that costs no tokens.
        _tokens = Math.Min(burst, _tokens + (Math.Max(0, (now - _last).TotalSeconds) * perSecond));
        _last = now;
    }
}
