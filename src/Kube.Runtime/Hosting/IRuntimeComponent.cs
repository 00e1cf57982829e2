namespace Kube.Runtime.Hosting;

/// <summary>Something that runs as long as the process: an informer, a controller.</summary>
public interface IRuntimeComponent
{
    /// <summary>Name for logs.</summary>
    string Name { get; }

    /// <summary>When it starts and stops, compared to the others.</summary>
    RuntimePhase Phase { get; }

    /// <summary>
    /// Whether it runs only while this process leads, when processes compete for that. Default: controllers do; caches are filled before, so that
    /// a new leader need not wait for them.
    /// </summary>
    bool NeedsLeadership => Phase == RuntimePhase.Controllers;

    /// <summary>Runs until cancelled. Ending earlier, with or without an exception, is a fatal fault of the process.</summary>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Ends what is under way at once: the leadership is lost, and another may do the same work already. Default: nothing.</summary>
    void Abandon()
    {
    }
}

/// <summary>Start order of components; they stop in reverse.</summary>
public enum RuntimePhase
{
    /// <summary>Informers: everything else reads their caches.</summary>
    Caches,

    /// <summary>Controllers: stop first, with caches still fresh.</summary>
    Controllers,
}
