using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>What <c>kubectl get events</c> shows, of events of either form.</summary>
internal static class EventColumns
{
    // The first that is said.
    private static readonly string[] s_times = ["series.lastObservedTime", "lastTimestamp", "eventTime"];

    public static IReadOnlyList<TableColumn> All { get; } =
    [
        new("Last Seen", "string", (item, now) => Ages.Since(LastSeen(Core(item)), now)),
        Text("Type", item => ObjectMeta.TextAt(item, "type")),
        Text("Reason", item => ObjectMeta.TextAt(item, "reason")),
        Text("Object", item => $"{ObjectMeta.TextAt(item, "involvedObject.kind").ToLowerInvariant()}/{ObjectMeta.TextAt(item, "involvedObject.name")}"),
        Text("Message", item => ObjectMeta.TextAt(item, "message").Trim()),
        new("Name", "string", (item, _) => ObjectMeta.Name(item), "name", "", 1),
    ];

    private static TableColumn Text(string name, Func<JsonObject, string> text) => new(name, "string", (item, _) => text(Core(item)));

    private static JsonObject Core(JsonObject item) => EventForms.To("v1", item);

    private static string LastSeen(JsonObject item) => s_times
        .Select(path => ObjectMeta.TextAt(item, path)).FirstOrDefault(time => time.Length > 0) ?? "";
}
