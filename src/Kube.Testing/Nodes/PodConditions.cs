using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>The four conditions of every pod.</summary>
internal static class PodConditions
{
    public static JsonArray For(JsonObject pod, string now, bool ready, string? reason) => new(
        Condition(pod, "PodScheduled", true, now),
        Condition(pod, "Initialized", true, now),
        Condition(pod, "ContainersReady", ready, now, reason),
        Condition(pod, "Ready", ready, now, reason));

    // The time says when the status last changed, not when it was last written.
    private static JsonObject Condition(JsonObject pod, string type, bool isTrue, string now, string? reason = null)
    {
        var status = isTrue ? "True" : "False";
        var present = PodJson.Condition(pod, type);
        var since = (string?)present?["status"] == status ? (string?)present["lastTransitionTime"] : null;
        return new JsonObject { ["type"] = type, ["status"] = status, ["reason"] = reason, ["lastTransitionTime"] = since ?? now };
    }
}
