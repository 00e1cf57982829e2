namespace Kube.Testing;

/// <summary>How a <see cref="LocalCluster"/> is started.</summary>
public sealed record LocalClusterOptions
{
    /// <summary>The loopback port.</summary>
    /// <value>By default 0: any free port.</value>
    public int Port { get; init; }

    /// <summary>Whether pods are bound to nodes. Without, they wait for a test that binds them.</summary>
    /// <value>By default true.</value>
    public bool BindsPods { get; init; } = true;

    /// <summary>The clock of time stamps, of time-outs of watches and of bookmarks.</summary>
    /// <value>By default the system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
