namespace Kube.Testing;

/// <summary>Annotations by which a pod tells the simulated nodes how to behave. They may be set, changed and removed at any time.</summary>
public static class SimulatedPodAnnotations
{
    /// <summary>
    /// The phase that the pod reaches: <c>Pending</c> (it never starts), <c>Running</c> (the default), <c>Succeeded</c> or <c>Failed</c>.
    /// A pod that has ended stays so, as on a real node.
    /// </summary>
    public const string Phase = "simulated-node.kube.testing/phase";

    /// <summary>
    /// The phase that a pod reaches whose controller is a Job, in place of <see cref="Phase"/>: so an object that copies its annotations to
    /// both can say something for each. Default: what <see cref="Phase"/> says, else <c>Succeeded</c>, because a job's pod ends by itself.
    /// </summary>
    public const string JobPhase = "simulated-node.kube.testing/job-phase";

    /// <summary><c>true</c> (the default) or <c>false</c>: whether the containers of the running pod are ready.</summary>
    public const string Ready = "simulated-node.kube.testing/ready";
}
