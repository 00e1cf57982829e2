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
