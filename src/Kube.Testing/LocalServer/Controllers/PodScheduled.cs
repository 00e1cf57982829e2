using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>The condition that tells whether a pod has a node.</summary>
internal static class PodScheduled
{
    public static void Set(JsonObject pod, string status, string? reason, string? message, DateTimeOffset now)
    {
        if (pod["status"] is not JsonObject state)
        {
            pod["status"] = state = [];
        }

        var conditions = (state["conditions"] as JsonArray)?.OfType<JsonObject>().Select(item => (JsonObject)item.DeepClone()).ToList() ?? [];
        if (conditions.Find(item => item["type"]?.ToString() == "PodScheduled") is { } old && old["status"]?.ToString() == status)
        {
            return;
        }

        conditions.RemoveAll(item => item["type"]?.ToString() == "PodScheduled");
        var condition = new JsonObject
        {
            ["type"] = "PodScheduled",
            ["status"] = status,
            ["lastProbeTime"] = null,
            ["lastTransitionTime"] = ObjectMeta.Time(now),
        };
        if (reason is not null)
        {
            condition["reason"] = reason;
            condition["message"] = message;
        }

        conditions.Add(condition);
        state["conditions"] = new JsonArray([.. conditions]);
    }
}
