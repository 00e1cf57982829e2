namespace Kube.Runtime.Hosting;

/// <summary>Something that runs as long as the process: an informer, a controller.</summary>
public interface IRuntimeComponent
{
    /// <summary>Name for logs.</summary>
    string Name { get; }

    /// <summary>When it starts and stops, compared to the others.</summary>
    RuntimePhase Phase { get; }

    /// <summary>Runs until cancelled. Ending earlier, with or without an exception, is a fatal fault of the process.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>Start order of components; they stop in reverse.</summary>
public enum RuntimePhase
{
    /// <summary>Informers: everything else reads their caches.</summary>
    Caches,

    /// <summary>Controllers: stop first, with caches still fresh.</summary>
    Controllers,
}
