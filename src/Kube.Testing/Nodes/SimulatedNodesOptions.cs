namespace Kube.Testing;

/// <summary>What the simulated nodes look like and how fast they are.</summary>
public sealed record SimulatedNodesOptions
{
    /// <summary>How many nodes there are.</summary>
    /// <value>By default 3.</value>
    public int Count { get; init; } = 3;

    /// <summary>Node names are this, a dash and a number from 0.</summary>
    public string NamePrefix { get; init; } = "simulated-node";

    /// <summary>What each node offers, as resource quantities.</summary>
    /// <value>By default so much that the scheduler never lacks anything.</value>
    public IReadOnlyDictionary<string, string> Capacity { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["cpu"] = "100k",
        ["memory"] = "1Pi",
        ["ephemeral-storage"] = "1Pi",
        ["pods"] = "10000",
        ["nvidia.com/gpu"] = "10k",
    };

    /// <summary>How long a pod stays pending after a node first saw it.</summary>
    /// <value>By default zero.</value>
    public TimeSpan StartDelay { get; init; }

    /// <summary>How long a deleted pod takes to end. The pod's own grace period is not waited for.</summary>
    /// <value>By default zero.</value>
    public TimeSpan TerminationDelay { get; init; }

    /// <summary>How many requests the nodes send at a time.</summary>
    /// <value>By default 32.</value>
    public int Concurrency { get; init; } = 32;

    /// <summary>
    /// Told of every request that the API server refuses for good. The nodes then try again, slowly. When it is not set, such a refusal
    /// ends the simulation: <see cref="SimulatedNodes.Completion"/> fails. Outages of the API server are no refusals.
    /// </summary>
    public Action<Exception>? OnError { get; init; }

    /// <summary>The clock, for delays and for the times written to objects.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
