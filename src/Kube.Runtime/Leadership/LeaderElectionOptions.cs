namespace Kube.Runtime.Leadership;

/// <summary>How one of several equal processes is chosen to act.</summary>
/// <param name="LeaseName">Name of the Lease that they compete for, such as <c>crontab-operator-leader</c>.</param>
/// <remarks>
/// A leader that cannot renew stops writing <see cref="RenewDeadline"/> after its last renewal was sent; others take over no sooner than
/// <see cref="LeaseDuration"/> after they saw it. The difference is what clocks may differ in speed; what they show does not matter.
/// </remarks>
public sealed record LeaderElectionOptions(string LeaseName)
{
    // As client-go: others try again after one to 2.2 retry periods, and a leader should have more than one chance to renew.
    internal const double JitterFactor = 1.2;

    /// <summary>Namespace of the Lease. Default: that of the pod, or of the kubeconfig's context.</summary>
    public string? Namespace { get; init; }

    /// <summary>Name of this process; no two may share one. Default: the name of the machine, which in a pod is the pod's, and a random part.</summary>
    public string Identity { get; init; } = $"{Environment.MachineName}_{Guid.NewGuid()}";

    /// <summary>How long others wait after the last renewal that they saw, before they take over. Whole seconds. Default 15 s.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a leader goes on after its last successful renewal. Default 10 s.</summary>
    public TimeSpan RenewDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time between two attempts at the Lease. Default 2 s.</summary>
    public TimeSpan RetryPeriod { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the Lease is given back when the process stops in order, so that another takes over at once. Default true.</summary>
    public bool ReleaseOnStop { get; init; } = true;

    /// <summary>Called when this process begins to lead. On the election's own loop: return quickly.</summary>
    public Action<LeadershipTerm>? OnStartedLeading { get; init; }

    /// <summary>Called when this process leads no more, for whatever reason; its writes are refused already. Return quickly.</summary>
    public Action<LeadershipTerm>? OnStoppedLeading { get; init; }

    /// <summary>Called with the identity of each leader that is seen, this process included. Return quickly.</summary>
    public Action<string>? OnNewLeader { get; init; }

    /// <summary>Checks that the durations fit together.</summary>
    /// <exception cref="ArgumentException">The durations do not fit together; the message says which and why.</exception>
    public void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(LeaseName);
        ArgumentException.ThrowIfNullOrEmpty(Identity);
        Require(RetryPeriod > TimeSpan.Zero, $"The retry period, {Text(RetryPeriod)}, must be longer than zero.");
        Require(
            RenewDeadline > RetryPeriod * JitterFactor,
            $"The renew deadline, {Text(RenewDeadline)}, must be longer than {JitterFactor} times the retry period, {Text(RetryPeriod)}: one failed attempt would cost the leadership.");
        Require(
            LeaseDuration > RenewDeadline,
            $"The lease duration, {Text(LeaseDuration)}, must be longer than the renew deadline, {Text(RenewDeadline)}: otherwise two could lead at once.");
        Require(
            LeaseDuration.Ticks % TimeSpan.TicksPerSecond == 0,
            $"The lease duration, {Text(LeaseDuration)}, must be whole seconds: a Lease cannot say anything else.");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }

    private static string Text(TimeSpan time) => $"{time.TotalSeconds:0.###} s";
}
