using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>What the scheduler tells of a pod that it bound.</summary>
internal static class ScheduledEvent
{
    private const string Scheduler = "default-scheduler";

    public static void Store(ObjectStore store, JsonObject pod, string node, DateTimeOffset now)
    {
        var (ns, name, time) = (ObjectMeta.Namespace(pod), ObjectMeta.Name(pod), ObjectMeta.Time(now));
        var eventName = string.Create(CultureInfo.InvariantCulture, $"{name}.{Guid.NewGuid().ToString("n")[..16]}");
        store.Put(new("events", ns, eventName), new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Event",
            ["metadata"] = new JsonObject
            {
                ["name"] = eventName,
                ["namespace"] = ns,
                ["uid"] = Guid.NewGuid().ToString(),
                ["creationTimestamp"] = time,
            },
            ["involvedObject"] = new JsonObject
            {
                ["kind"] = "Pod",
                ["namespace"] = ns,
                ["name"] = name,
                ["uid"] = ObjectMeta.Uid(pod),
                ["apiVersion"] = "v1",
                ["resourceVersion"] = ObjectMeta.Version(pod),
            },
            ["reason"] = "Scheduled",
            ["message"] = $"Successfully assigned {ns}/{name} to {node}",
            ["source"] = new JsonObject { ["component"] = Scheduler },
            ["firstTimestamp"] = time,
            ["lastTimestamp"] = time,
            ["count"] = 1,
            ["type"] = "Normal",
            ["eventTime"] = null,
            ["reportingComponent"] = Scheduler,
            ["reportingInstance"] = "",
        });
    }
}
