using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Environment;
using Ray.Operator.RayClusters.Desired.Of2020;

namespace Ray.Operator.RayClusters.Desired.Origins;

/// <summary>
/// What of a cluster's objects depends on the API that the cluster was written for. Everything else is the same for all clusters.
/// </summary>
internal abstract class ClusterOrigin
{
    private static readonly ClusterOrigin s_v1 = new V1Origin();
    private static readonly ClusterOrigin s_v1Alpha1 = new V1Alpha1Origin();

    /// <summary>The origin of a cluster, as conversion marked it.</summary>
    public static ClusterOrigin Of(RayCluster cluster) => RayClusterOrigin.IsV1Alpha1(cluster) ? s_v1Alpha1 : s_v1;

    /// <summary>Whether <c>RAY_IP</c> stays as the user sets it.</summary>
    public abstract bool KeepsUsersHeadService { get; }

    /// <summary>The name of a group's worker pods without the suffix that the server appends.</summary>
    public abstract string WorkerPod(string cluster, string group);

    /// <summary>Adds labels to a pod that is labelled otherwise.</summary>
    public abstract void AddLabels(IDictionary<string, string> labels, RayNode node);

    /// <summary>Changes the flags of <c>ray start</c> that are complete otherwise.</summary>
    public abstract void Adapt(SortedDictionary<string, string> parameters, RayNode node);

    /// <summary>Variables of the Ray container that go before all others of the operator.</summary>
    public abstract IEnumerable<EnvironmentEntry> Variables(RayNode node);

    /// <summary>One text for the shell that does what the user wants beside starting Ray.</summary>
    /// <param name="words">The user's command: at least one word.</param>
    /// <param name="start">Text that starts Ray.</param>
    public abstract string Join(IReadOnlyList<string> words, string start);

    /// <summary>Completes a head service that the cluster describes.</summary>
    public abstract void Complete(V1ServiceSpec service);
}
