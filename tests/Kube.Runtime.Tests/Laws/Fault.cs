namespace Kube.Runtime.Tests.Laws;

/// <summary>What happens to one request on its way through the proxy.</summary>
internal abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Name for counts and messages.</summary>
    public string Name => GetType().Name;

    /// <summary>Nothing.</summary>
    public sealed record None : Fault;

    /// <summary>The server is not even asked.</summary>
    public sealed record Refused(int Code, int? RetryAfter) : Fault;

    /// <summary>No answer ever comes.</summary>
    public sealed record NoAnswer : Fault;

    /// <summary>The connection breaks after so many bytes of the body: within an event or item, as a rule.</summary>
    public sealed record Cut(int Bytes) : Fault;

    /// <summary>Nothing more comes after so many bytes of the body, and the connection stays open.</summary>
    public sealed record Silence(int Bytes) : Fault;

    /// <summary>The body comes in pieces of so many bytes, with pauses.</summary>
    public sealed record Slow(int Piece, TimeSpan Pause) : Fault;

    /// <summary>The watch ends in order after so many events.</summary>
    public sealed record End(int Events) : Fault;

    /// <summary>A resumed watch begins with the last so many events of the one before, in their order, as from a server that is a little behind.</summary>
    public sealed record Replay(int Events) : Fault;

    /// <summary>The watch is told that its version has expired.</summary>
    public sealed record Expired : Fault;
}
