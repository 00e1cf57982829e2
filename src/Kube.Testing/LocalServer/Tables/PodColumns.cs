using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>What <c>kubectl get pods</c> shows between name and age.</summary>
internal static class PodColumns
{
    public static TableColumn[] Own { get; } =
    [
        new("Ready", "string", (pod, _) => $"{Statuses(pod).Count(IsReady)}/{(pod["spec"]?["containers"] as JsonArray)?.Count ?? 0}"),
        new("Status", "string", (pod, _) => StatusOf(pod)),
        new("Restarts", "integer", (pod, _) => Statuses(pod).Sum(status => (int?)status["restartCount"] ?? 0)),
    ];

    /// <summary>What <c>-o wide</c> adds.</summary>
    public static TableColumn[] Wide { get; } =
    [
        Text("IP", pod => ObjectMeta.TextAt(pod, "status.podIP")),
        Text("Node", pod => ObjectMeta.TextAt(pod, "spec.nodeName")),
        Text("Nominated Node", pod => ObjectMeta.TextAt(pod, "status.nominatedNodeName")),
        Text("Readiness Gates", GatesOf),
    ];

    private static TableColumn Text(string name, Func<JsonObject, string> cell) =>
        new(name, "string", (pod, _) => cell(pod) is { Length: > 0 } text ? text : "<none>", Priority: 1);

    private static string GatesOf(JsonObject pod)
    {
        var gates = (pod["spec"]?["readinessGates"] as JsonArray ?? []).OfType<JsonObject>().Select(gate => gate["conditionType"]?.ToString()).ToList();
        var conditions = (pod["status"]?["conditions"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var open = gates.Count(gate => conditions.Exists(condition => condition["type"]?.ToString() == gate && condition["status"]?.ToString() == "True"));
        return gates.Count == 0 ? "" : $"{open}/{gates.Count}";
    }

    private static IEnumerable<JsonObject> Statuses(JsonObject pod) => (pod["status"]?["containerStatuses"] as JsonArray ?? []).OfType<JsonObject>();

    private static bool IsReady(JsonObject status) => status["ready"]?.ToString() == "true" && status["state"]?["running"] is not null;

    private static string StatusOf(JsonObject pod)
    {
        var reason = ObjectMeta.TextAt(pod, "status.reason") is { Length: > 0 } said ? said : ObjectMeta.TextAt(pod, "status.phase");
        foreach (var state in Statuses(pod).Reverse().Select(status => status["state"]))
        {
            reason = (state?["waiting"]?["reason"] ?? state?["terminated"]?["reason"])?.ToString() is { Length: > 0 } why ? why : reason;
        }

        return ObjectMeta.IsDeleting(pod) ? "Terminating" : reason;
    }
}
