namespace Kube.Runtime.Queueing;

/// <summary>The queue was shut down and holds no more keys: a worker that meets it ends.</summary>
public sealed class WorkQueueClosedException() : InvalidOperationException("The work queue is shut down.");
