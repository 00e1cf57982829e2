using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Desired.Origins;
using Ray.Operator.RayClusters.Desired.StartParams;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>
/// A pod on its way: what it is made from, and the private copies that the builders complete. Nothing of the cluster is shared.
/// </summary>
internal sealed record RayNode
{
    private RayNode(RayCluster cluster, OperatorSettings settings, V1PodTemplateSpec? template)
    {
        Cluster = cluster;
        Settings = settings;
        Template = TemplateCopy.Of(template);
        Head = HeadAddress.Of(cluster, settings);
        Origin = ClusterOrigin.Of(cluster);
    }

    public RayCluster Cluster { get; }

    public OperatorSettings Settings { get; }

    public V1PodTemplateSpec Template { get; }

    public HeadAddress Head { get; }

    /// <summary>What depends on the API that the cluster was written for.</summary>
    public ClusterOrigin Origin { get; }

    public required string NodeType { get; init; }

    public required string GroupName { get; init; }

    public IDictionary<string, string>? GroupLabels { get; private init; }

    public IDictionary<string, string>? GroupResources { get; private init; }

    public WorkerReplica? Replica { get; private init; }

    /// <summary>The flags of <c>ray start</c> as the user gave them.</summary>
    public IDictionary<string, string>? GivenParams { get; private set; }

    /// <summary>The flags of <c>ray start</c>, complete, sorted by name.</summary>
    public SortedDictionary<string, string> StartParams { get; private set; } = [];

    public string ClusterName => Cluster.Metadata?.Name ?? "";

    public bool IsHead => NodeType == RayNodeTypes.Head;

    /// <summary>The container that runs Ray: always the first.</summary>
    public V1Container RayContainer => Template.Spec.Containers[0];

    /// <summary>The kind that the cluster was made for.</summary>
    public string OriginKind =>
        Cluster.Metadata?.Labels is { } labels && labels.TryGetValue(RayLabels.OriginatedFromKind, out var kind)
            && kind is "RayJob" or "RayService"
            ? kind
            : RayCluster.KubeKind;

    /// <summary>Whether the cluster serves requests on behalf of a RayService.</summary>
    public bool IsForServe => OriginKind == "RayService";

    public static RayNode ForHead(RayCluster cluster, OperatorSettings settings)
    {
        var head = cluster.Spec?.HeadGroupSpec;
        return new RayNode(cluster, settings, head?.Template)
        {
            NodeType = RayNodeTypes.Head,
            GroupName = RayLabels.HeadGroupName,
            GroupLabels = head?.Labels,
            GroupResources = head?.Resources,
        }.WithStartParams(head?.RayStartParams);
    }

    public static RayNode ForWorker(RayCluster cluster, WorkerGroupSpec group, OperatorSettings settings, WorkerReplica? replica) =>
        new RayNode(cluster, settings, group.Template)
        {
            NodeType = RayNodeTypes.Worker,
            GroupName = group.GroupName ?? "",
            GroupLabels = group.Labels,
            GroupResources = group.Resources,
            Replica = replica,
        }.WithStartParams(group.RayStartParams);

    private RayNode WithStartParams(IDictionary<string, string>? parameters)
    {
        GivenParams = parameters;
        StartParams = StartParamsCompletion.Of(this, parameters);
        return this;
    }
}
