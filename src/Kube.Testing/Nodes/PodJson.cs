using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Reads pods as the API server sends them.</summary>
internal static class PodJson
{
    public static string Namespace(JsonObject pod) => Metadata(pod, "namespace") ?? "default";

    public static string Name(JsonObject pod) => Metadata(pod, "name") ?? throw new InvalidDataException("The pod has no name.");

    public static string Uid(JsonObject pod) => Metadata(pod, "uid") ?? "";

    public static string? ResourceVersion(JsonObject pod) => Metadata(pod, "resourceVersion");

    public static string? NodeName(JsonObject pod) => (string?)pod["spec"]?["nodeName"];

    public static string Phase(JsonObject pod) => (string?)pod["status"]?["phase"] ?? "Pending";

    public static string? PodIp(JsonObject pod) => (string?)pod["status"]?["podIP"];

    public static bool IsDeleting(JsonObject pod) => Metadata(pod, "deletionTimestamp") is not null;

    public static bool IsReady(JsonObject pod) => (string?)Condition(pod, "Ready")?["status"] == "True";

    public static string? Annotation(JsonObject pod, string name) => (string?)pod["metadata"]?["annotations"]?[name];

    public static bool IsOfJob(JsonObject pod) => Objects(pod["metadata"]?["ownerReferences"])
        .Any(owner => (bool?)owner["controller"] == true && (string?)owner["kind"] == "Job");

    public static JsonObject? Condition(JsonObject pod, string type) =>
        Objects(pod["status"]?["conditions"]).FirstOrDefault(condition => (string?)condition["type"] == type);

    public static IEnumerable<JsonObject> Containers(JsonObject pod) => Objects(pod["spec"]?["containers"]);

    public static IEnumerable<JsonObject> InitContainers(JsonObject pod) => Objects(pod["spec"]?["initContainers"]);

    /// <summary>The present status of a container or init container.</summary>
    public static JsonObject? ContainerStatus(JsonObject pod, string list, string? container) =>
        Objects(pod["status"]?[list]).FirstOrDefault(status => (string?)status["name"] == container);

    public static IEnumerable<JsonObject> Objects(JsonNode? list) => list is JsonArray array ? array.OfType<JsonObject>() : [];

    private static string? Metadata(JsonObject pod, string name) => (string?)pod["metadata"]?[name];
}
