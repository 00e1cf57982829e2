using k8s.Models;
using Kube;
using Kube.Runtime.Leadership;
using Ray.Operator.Options;

namespace Ray.Operator;

/// <summary>
/// The Lease that operators compete for. It has the name of KubeRay's, so that only one works in a namespace when one replaces the other.
/// </summary>
[Rbac<V1Lease>(RbacVerbs.Create, Namespace = Namespace)] // A name cannot be asked for before there is one.
[Rbac<V1Lease>(RbacVerbs.Get, RbacVerbs.Update, ResourceNames = [Name], Namespace = Namespace)]
[Rbac<Eventsv1Event>(RbacVerbs.Create, RbacVerbs.Patch, Namespace = Namespace)] // Who leads.
internal static class OperatorLease
{
    /// <summary>Name of the Lease.</summary>
    public const string Name = "ray-operator-leader";

    /// <summary>The operator's own namespace in <c>deploy</c>.</summary>
    public const string Namespace = "ray-system";

    /// <summary>How one of several operators is elected; null when this one works in any case.</summary>
    public static LeaderElectionOptions? ElectionOf(OperatorOptions options) =>
        options.EnableLeaderElection ? new(Name) { Namespace = options.LeaderElectionNamespace } : null;
}
