using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Node objects as JSON.</summary>
internal static class NodeObjects
{
    public static JsonObject Node(string name) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Node",
        ["metadata"] = new JsonObject
        {
            ["name"] = name,
            ["labels"] = new JsonObject
            {
                ["kubernetes.io/hostname"] = name,
                ["kubernetes.io/os"] = "linux",
                ["kubernetes.io/arch"] = "amd64",
                ["simulated-node.kube.testing/simulated"] = "true",
            },
        },
    };

    /// <summary>Admission marks every new node as not ready, and the controller that would take the mark away is off.</summary>
    public static JsonObject WithoutTaints() => new() { ["spec"] = new JsonObject { ["taints"] = null, ["unschedulable"] = null } };

    public static JsonObject Status(string name, string address, IReadOnlyDictionary<string, string> capacity, string now) => new()
    {
        ["status"] = new JsonObject
        {
            ["capacity"] = Quantities(capacity),
            ["allocatable"] = Quantities(capacity),
            ["addresses"] = new JsonArray(
                new JsonObject { ["type"] = "InternalIP", ["address"] = address },
                new JsonObject { ["type"] = "Hostname", ["address"] = name }),
            ["conditions"] = new JsonArray(
                Condition("Ready", "True", "KubeletReady", now),
                Condition("MemoryPressure", "False", "KubeletHasSufficientMemory", now),
                Condition("DiskPressure", "False", "KubeletHasNoDiskPressure", now),
                Condition("PIDPressure", "False", "KubeletHasSufficientPID", now)),
            ["nodeInfo"] = Info(name),
        },
    };

    private static JsonObject Quantities(IReadOnlyDictionary<string, string> capacity) =>
        new(capacity.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, entry.Value)));

    private static JsonObject Condition(string type, string status, string reason, string now) => new()
    {
        ["type"] = type,
        ["status"] = status,
        ["reason"] = reason,
        ["lastHeartbeatTime"] = now,
        ["lastTransitionTime"] = now,
    };

    private static JsonObject Info(string name) => new()
    {
        ["architecture"] = "amd64",
        ["operatingSystem"] = "linux",
        ["osImage"] = "simulated",
        ["kernelVersion"] = "simulated",
        ["containerRuntimeVersion"] = "simulated://1.0",
        ["kubeletVersion"] = "v1.20.2",
        ["kubeProxyVersion"] = "v1.20.2",
        ["machineID"] = name,
        ["systemUUID"] = name,
        ["bootID"] = name,
    };
}
