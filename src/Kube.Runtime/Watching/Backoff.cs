namespace Kube.Runtime.Watching;

/// <summary>Delays between attempts: each is drawn between the exponential step and twice that, so that many clients spread out.</summary>
internal sealed class Backoff(BackoffOptions options, TimeProvider time, Random random)
{
    private int _failures;
    private long _asked;
    private TimeSpan _delay;

    public TimeSpan Next()
    {
        // The clock that never jumps; the good time begins when the pause is over.
        if (_failures > 0 && time.GetElapsedTime(_asked) - _delay > options.ResetAfter)
        {
            _failures = 0;
        }

        var step = Math.Min(options.Base.TotalMilliseconds * Math.Pow(2, Math.Min(_failures, 30)), options.Max.TotalMilliseconds);
        _failures++;
        _delay = TimeSpan.FromMilliseconds(step * (1 + random.NextDouble()));
        _asked = time.GetTimestamp();
        return _delay;
    }
}
