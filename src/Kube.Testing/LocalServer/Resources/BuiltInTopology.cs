using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Keyed lists and atomic objects of the kinds of Kubernetes itself, found by the names of members: these mean the same in all of them.</summary>
internal sealed class BuiltInTopology : ListTopology
{
    private static readonly Dictionary<string, MergeShape> s_lists = new(StringComparer.Ordinal)
    {
        ["containers"] = new("map", "name"),
        ["initContainers"] = new("map", "name"),
        ["ephemeralContainers"] = new("map", "name"),
        ["volumes"] = new("map", "name"),
        ["env"] = new("map", "name"),
        ["volumeMounts"] = new("map", "mountPath"),
        ["volumeDevices"] = new("map", "devicePath"),
        ["imagePullSecrets"] = new("map", "name"),
        ["hostAliases"] = new("map", "ip"),
        ["topologySpreadConstraints"] = new("map", "topologyKey", "whenUnsatisfiable"),
        ["conditions"] = new("map", "type"),
        ["podIPs"] = new("map", "ip"),
        ["secrets"] = new("map", "name"),
        ["webhooks"] = new("map", "name"),
    };

    private static readonly HashSet<string> s_atomicObjects = new(StringComparer.Ordinal)
    {
        "labelSelector", "namespaceSelector", "podSelector", "configMapKeyRef", "secretKeyRef", "fieldRef", "resourceFieldRef", "nodeSelector",
        "nodeSelectorTerms", "roleRef", "objectRef", "involvedObject", "regarding",
    };

    public override string? PatchKeyOf(IReadOnlyList<string> way) => way[^1] switch
    {
        "ports" => IsContainerPart(way) ? "containerPort" : way is ["spec", "ports"] ? "port" : null,
        "ownerReferences" when way is ["metadata", ..] => "uid",
        "taints" => "key",
        "addresses" when way is ["status", ..] => "type",
        "topologySpreadConstraints" => "topologyKey",
        var name => s_lists.GetValueOrDefault(name)?.Keys[0],
    };

    protected override MergeShape Shape(IReadOnlyList<string> way, JsonNode? value)
    {
        if (value is JsonArray)
        {
            return way[^1] == "ports" ? PortsOf(way) : s_lists.GetValueOrDefault(way[^1], MergeShape.Atomic);
        }

        // The selector of a service is an atomic map, that of a workload an atomic structure.
        return s_atomicObjects.Contains(way[^1]) || way is ["spec", "selector"] ? MergeShape.Atomic : MergeShape.Granular;
    }

    private static MergeShape PortsOf(IReadOnlyList<string> way) => IsContainerPart(way)
        ? new("map", "containerPort", "protocol")
        : way is ["spec", "ports"] ? new("map", "port", "protocol") : MergeShape.Atomic;

    private static bool IsContainerPart(IReadOnlyList<string> way) => way.Count > 2 && way[^2] == "[]" && way[^3].EndsWith("ontainers", StringComparison.Ordinal);
}
