using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>
/// Gives objects of Kubernetes itself the form in which servers show them: these read into Go types, which know no null, leave out lists that are empty
/// and write some members always.
/// </summary>
internal static class BuiltInShape
{
    // Times that are written even if they are unknown.
    private static readonly string[] s_nullable = ["creationTimestamp", "lastProbeTime"];
    private static readonly string[] s_statuses = ["containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses"];

    public static void Apply(ApiResource resource, JsonObject value)
    {
        if (resource.IsCustom)
        {
            return;
        }

        RemoveNulls(value);
        if (resource.StorageKey == "pods" && value["status"] is JsonObject status)
        {
            CompletePodStatus(status);
        }
    }

    private static void RemoveNulls(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var name in members.Where(member => member.Value is null && !s_nullable.Contains(member.Key)).Select(member => member.Key).ToList())
                {
                    members.Remove(name);
                }

                foreach (var (_, member) in members)
                {
                    RemoveNulls(member);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    RemoveNulls(item);
                }

                break;
        }
    }

    private static void CompletePodStatus(JsonObject status)
    {
        foreach (var condition in (status["conditions"] as JsonArray ?? []).OfType<JsonObject>())
        {
            condition.TryAdd("lastProbeTime", null);
        }

        foreach (var name in s_statuses)
        {
            if (status[name] is JsonArray { Count: 0 })
            {
                status.Remove(name);
            }

            foreach (var container in (status[name] as JsonArray ?? []).OfType<JsonObject>())
            {
                container.TryAdd("lastState", new JsonObject());
                container.TryAdd("state", new JsonObject());
            }
        }
    }
}
