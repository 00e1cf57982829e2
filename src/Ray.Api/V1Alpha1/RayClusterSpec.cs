using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Kube;

namespace Ray.Api.V1Alpha1;

/// <summary>Desired state of a Ray cluster.</summary>
public sealed record RayClusterSpec
{
    /// <summary>
    /// Head service, a Service of Kubernetes. It is named after the cluster and its own name: my-svc of cluster mini is mini-my-svc, unless it
    /// begins with mini- already. It has no cluster IP unless it says one, or is a NodePort or LoadBalancer. Default port: redis, 6379.
    /// </summary>
    [Required]
    [HubField("spec.headGroupSpec.headService")]
    public JsonObject? HeadService { get; set; }

    /// <summary>The head: the one pod that runs the control services of Ray.</summary>
    [Required]
    public HeadGroupSpec? HeadGroupSpec { get; set; }

    /// <summary>Groups of equal workers. Group names are unique.</summary>
    [ListType(ListKind.Map, nameof(WorkerGroupSpec.GroupName))]
    [HubField("spec.workerGroupSpecs")]
    public IList<WorkerGroupSpec>? WorkerGroupsSpec { get; set; }

    /// <summary>
    /// Version of Ray in the images, such as 2.53.0. Selects the kind of probes and gates features that need a newer Ray.
    /// </summary>
    public string? RayVersion { get; set; }
}
