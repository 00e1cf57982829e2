using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>What <c>kubectl get</c> shows of a kind. Built-in kinds without columns of their own here show name and age.</summary>
internal static class TableColumns
{
    private const string None = "<none>";

    public static IReadOnlyList<TableColumn> Of(ApiResource resource)
    {
        var name = new TableColumn("Name", "string", (item, _) => ObjectMeta.Name(item), "name");
        var age = new TableColumn("Age", resource.IsCustom ? "date" : "string", (item, now) => Ages.Since(ObjectMeta.TextAt(item, "metadata.creationTimestamp"), now));
        if (resource.IsCustom)
        {
            return resource.Columns.Count == 0 ? [name, age] : [name, .. resource.Columns.Select(Custom)];
        }

        if (resource.StorageKey == EventForms.StorageKey)
        {
            return EventColumns.All;
        }

        TableColumn[] own = resource.StorageKey switch
        {
            "pods" => PodColumns.Own,
            "nodes" => [Text("Status", item => IsReady(item) ? "Ready" : "NotReady"), At("Version", "status.nodeInfo.kubeletVersion")],
            "namespaces" => [At("Status", "status.phase")],
            "configmaps" => [new("Data", "string", (item, _) => ((item["data"] as JsonObject)?.Count ?? 0) + ((item["binaryData"] as JsonObject)?.Count ?? 0))],
            "secrets" => [At("Type", "type"), new("Data", "string", (item, _) => (item["data"] as JsonObject)?.Count ?? 0)],
            "services" => [At("Type", "spec.type"), At("Cluster-IP", "spec.clusterIP"), Text("External-IP", _ => None), Text("Port(s)", Ports)],
            "deployments.apps" =>
            [
                Text("Ready", item => $"{Count(item, "status.readyReplicas")}/{Count(item, "spec.replicas")}"),
                new("Up-to-date", "string", (item, _) => Count(item, "status.updatedReplicas")),
                new("Available", "string", (item, _) => Count(item, "status.availableReplicas")),
            ],
            "replicasets.apps" =>
            [
                new("Desired", "integer", (item, _) => Count(item, "spec.replicas")),
                new("Current", "integer", (item, _) => Count(item, "status.replicas")),
                new("Ready", "integer", (item, _) => Count(item, "status.readyReplicas")),
            ],
            DefinedResources.StorageKey => [new("Created At", "date", (item, _) => ObjectMeta.TextAt(item, "metadata.creationTimestamp"))],
            _ => [],
        };
        TableColumn[] wide = resource.StorageKey switch
        {
            "pods" => PodColumns.Wide,
            "services" => [Text("Selector", SelectorOf) with { Priority = 1 }],
            _ => [],
        };
        return resource.StorageKey == DefinedResources.StorageKey ? [name, .. own] : [name, .. own, age, .. wide];
    }

    private static TableColumn Custom(PrinterColumn column) => new(
        column.Name, column.Type, (item, now) => CellOf(column, JsonPath.Find(item, column.JsonPath), now), column.Format, column.Description, column.Priority);

    private static JsonNode? CellOf(PrinterColumn column, IReadOnlyList<JsonNode?> found, DateTimeOffset now) => (column.Type, found) switch
    {
        (_, []) => null,
        ("date", [var moment, ..]) => Ages.Since(moment?.ToString() ?? "", now),
        ("integer", [JsonValue number, ..]) when number.GetValueKind() == JsonValueKind.Number => number.DeepClone(),
        ("number", [JsonValue number, ..]) when number.GetValueKind() == JsonValueKind.Number => number.DeepClone(),
        ("boolean", [JsonValue truth, ..]) when truth.GetValueKind() is JsonValueKind.True or JsonValueKind.False => truth.DeepClone(),
        ("string", _) => string.Join(',', found.Select(value => value is JsonValue ? value.ToString() : value?.ToJsonString() ?? "")),
        _ => null,
    };

    private static TableColumn At(string name, string path) => Text(name, item => ObjectMeta.TextAt(item, path));

    private static TableColumn Text(string name, Func<JsonObject, string> cell) => new(name, "string", (item, _) => cell(item));

    private static string SelectorOf(JsonObject service) => (service["spec"]?["selector"] as JsonObject ?? []) is { Count: > 0 } selector
        ? string.Join(',', selector.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"))
        : None;

    private static int Count(JsonObject item, string path) => (ObjectMeta.At(item, path) as JsonValue)?.TryGetValue<int>(out var count) == true ? count : 0;

    private static bool IsReady(JsonObject node) => (node["status"]?["conditions"] as JsonArray ?? []).OfType<JsonObject>()
        .Any(condition => condition["type"]?.ToString() == "Ready" && condition["status"]?.ToString() == "True");

    private static string Ports(JsonObject service) => (service["spec"]?["ports"] as JsonArray ?? []) is { Count: > 0 } ports
        ? string.Join(',', ports.OfType<JsonObject>().Select(port => $"{port["port"]}/{port["protocol"]}"))
        : None;
}
