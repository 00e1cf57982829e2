namespace Kube.Testing;

/// <summary>Annotations by which a pod tells the simulated nodes how to behave. They may be set, changed and removed at any time.</summary>
public static class SimulatedPodAnnotations
{
    /// <summary>
    /// The phase that the pod reaches: <c>Pending</c> (it never starts), <c>Running</c> (the default), <c>Succeeded</c> or <c>Failed</c>.
    /// A pod that has ended stays so, as on a real node.
    /// </summary>
    public const string Phase = "simulated-node.kube.testing/phase";

    /// <summary><c>true</c> (the default) or <c>false</c>: whether the containers of the running pod are ready.</summary>
    public const string Ready = "simulated-node.kube.testing/ready";
}
