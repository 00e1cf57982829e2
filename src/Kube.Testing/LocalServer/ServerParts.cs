namespace Kube.Testing;

/// <summary>The parts of one server, put together.</summary>
internal sealed class ServerParts
{
    public ServerParts(TimeProvider time)
    {
        Time = time;
        Deleter = new(Store, time);
        Writer = new(Store, Registry);
        Requests = new(Store, Writer, Deleter);
        Subresources = new(Store, Writer, Deleter);
        Reader = new(Store);
        Watches = new(Store, time);
        Discovery = new(Registry);
    }

    public TimeProvider Time { get; }

    public ObjectStore Store { get; } = new();

    public ResourceRegistry Registry { get; } = new();

    public ObjectDeleter Deleter { get; }

    public ObjectWriter Writer { get; }

    public ResourceRequests Requests { get; }

    public Subresources Subresources { get; }

    public ObjectReader Reader { get; }

    public WatchStream Watches { get; }

    public DiscoveryDocuments Discovery { get; }
}
