using System.Runtime.InteropServices;

namespace Kube.Runtime.Client;

/// <summary>Patience and manners of a transport.</summary>
public sealed record TransportOptions
{
    /// <summary>
    /// Longest time of one call with all its retries, unless the request has a deadline of its own; watches are excepted. Default 60 s.
    /// </summary>
    public TimeSpan CallDeadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest wait for the answer to a watch, with retries. Default 30 s.</summary>
    public TimeSpan WatchHeaderDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Longest silence of a watch before its connection is given up. Servers send a bookmark about every minute; a dead connection is usually
    /// noticed much sooner by keep-alive probes. Default 5 minutes.
    /// </summary>
    public TimeSpan WatchIdleLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest wait for a connection. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Most connections to the server. One carries some hundred requests and watches if the server speaks HTTP/2, and one if it does not; what
    /// finds no place waits. Default 100.
    /// </summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>
    /// Most attempts at one call that the server did not ask to repeat: reads after 5xx and 429, and what surely did not reach the server.
    /// Default 5.
    /// </summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>
    /// Most repetitions of one call that the server asks for: 429 or 5xx with <c>Retry-After</c>, for every verb. The deadline of the call bounds
    /// them too. Default 10, as in client-go.
    /// </summary>
    public int MaxAskedRetries { get; init; } = 10;

    /// <summary>Delay after the first failed attempt; doubled after each further one, with jitter. Default 100 ms.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// The client's own rate limit; null for none. Default none, as in controller-runtime: the server's priority and fairness does it better.
    /// </summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>
    /// Whether answers to reads may be compressed with gzip, which servers do above 128 KiB. Pays on networks, not on loopback. Watches never
    /// are. Default true, as in client-go; a kubeconfig's <c>disable-compression</c> wins.
    /// </summary>
    public bool Compression { get; init; } = true;

    /// <summary>
    /// Value of the User-Agent header, by which server logs, audit and metrics know the client. Default: name of the program, system and
    /// processor, name of the library.
    /// </summary>
    public string UserAgent { get; init; } = DefaultUserAgent;

    private static string DefaultUserAgent { get; } =
        $"{TokenOf(AppDomain.CurrentDomain.FriendlyName)} ({SystemName}/{ProcessorName}) kube-runtime-dotnet/0.1";

    private static string SystemName =>
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsLinux() ? "linux" : "unknown";

    // The names that all of Kubernetes uses.
    private static string ProcessorName => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => "amd64",
        Architecture.X86 => "386",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static string TokenOf(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
}
