using Kube.Runtime.Client;

namespace Kube.Runtime.Hosting;

/// <summary>How the registered transport finds its API server, and how patient it is.</summary>
public sealed class KubernetesOptions
{
    /// <summary>A kubeconfig file. Default: those of KUBECONFIG, else <c>~/.kube/config</c>, else a pod's own credentials.</summary>
    public string? KubeConfigPath { get; set; }

    /// <summary>Context of the kubeconfig. Default: its current one.</summary>
    public string? Context { get; set; }

    /// <summary>Use a pod's own credentials even when there is a kubeconfig. Default false.</summary>
    public bool InCluster { get; set; }

    /// <summary>A connection made by hand; it wins over everything above. Default: none.</summary>
    public ApiServerConnection? Connection { get; set; }

    /// <summary>Namespace of clients when a call names none. Default: that of the context or pod.</summary>
    public string? DefaultNamespace { get; set; }

    /// <summary>Deadlines, retries and user agent.</summary>
    public TransportOptions Transport { get; set; } = new();

    /// <exception cref="KubeConfigException">Nothing was found, or what was found is not usable; the message says what to do.</exception>
    internal ApiServerConnection Locate()
    {
        var connection = Connection ?? (InCluster ? ApiServerConnection.LoadInCluster() : ApiServerConnection.Load(new(KubeConfigPath, Context)));
        return DefaultNamespace is null ? connection : connection with { Namespace = DefaultNamespace };
    }
}
