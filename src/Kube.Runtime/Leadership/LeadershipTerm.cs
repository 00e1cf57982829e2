namespace Kube.Runtime.Leadership;

/// <summary>One period in which this process leads.</summary>
public sealed class LeadershipTerm : IDisposable
{
    private readonly CancellationTokenSource _ended = new();

    internal LeadershipTerm(string lease, string identity, int number)
    {
        Lease = lease;
        Identity = identity;
        Number = number;
        Ended = _ended.Token;
    }

    /// <summary>Namespace and name of the Lease.</summary>
    public string Lease { get; }

    /// <summary>Who leads: this process.</summary>
    public string Identity { get; }

    /// <summary>
    /// Number of the term, larger than that of every term before it, of whomever: the Lease's <c>leaseTransitions</c>. Systems outside of the
    /// cluster can use it as a fencing token and refuse whoever comes with a smaller one.
    /// </summary>
    public int Number { get; }

    /// <summary>Cancelled when the term ends. Work that others could repeat should watch it.</summary>
    public CancellationToken Ended { get; }

    /// <summary>Ends the token; the leadership itself is the elector's.</summary>
    public void Dispose() => _ended.Dispose();

    internal void End() => _ended.Cancel();
}
