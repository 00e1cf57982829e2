namespace Ray.Api.V1;

/// <summary>Values of spec.managedBy.</summary>
public static class ClusterManager
{
    /// <summary>The operator; also meant by an absent value.</summary>
    public const string Operator = "ray.io/kuberay-operator";

    /// <summary>MultiKueue: the operator leaves the cluster alone.</summary>
    public const string MultiKueue = "kueue.x-k8s.io/multikueue";
}
