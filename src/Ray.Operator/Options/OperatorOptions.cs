using Kube.Runtime.Hosting;
using Microsoft.Extensions.Logging;

namespace Ray.Operator.Options;

/// <summary>How one operator process runs.</summary>
public sealed record OperatorOptions
{
    /// <summary>What an installation changes about the objects it makes. Default: nothing.</summary>
    public OperatorSettings Settings { get; init; } = new();

    /// <summary>Namespaces to serve; empty for all.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>Clusters that are worked on at the same time. Default 8.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Where health probes are answered; null for nowhere. Default null.</summary>
    public HealthOptions? Health { get; init; }

    /// <summary>Where metrics are answered; null for nowhere. Default null.</summary>
    public EndpointAddress? Metrics { get; init; }

    /// <summary>Whether the metrics tell of each single RayCluster too. Default false.</summary>
    public bool EnableClusterMetrics { get; init; }

    /// <summary>Whether one of several operators works and the others stand by. Default false.</summary>
    public bool EnableLeaderElection { get; init; }

    /// <summary>Namespace of the lease of the election; null for that of the operator's pod, or of the kubeconfig's context.</summary>
    public string? LeaderElectionNamespace { get; init; }

    /// <summary>Whether RayClusters are converted and judged for the API server. Default false.</summary>
    public bool EnableWebhooks { get; init; }

    /// <summary>How that is done, if at all.</summary>
    public WebhookOptions Webhooks { get; init; } = new();

    /// <summary>Shape of the log. Default <see cref="LogFormat.Json"/>.</summary>
    public LogFormat LogFormat { get; init; } = LogFormat.Json;

    /// <summary>Least severity that is logged. Default <see cref="LogLevel.Information"/>.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;
}

/// <summary>Shapes of the log.</summary>
public enum LogFormat
{
    /// <summary>One JSON object a line, for log collectors.</summary>
    Json,

    /// <summary>One line of text an entry, for people.</summary>
    Simple,
}
