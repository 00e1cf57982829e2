using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Subresources with bodies of their own: scale, binding and eviction.</summary>
internal sealed class Subresources(ObjectStore store, ObjectWriter writer, ObjectDeleter deleter)
{
    public JsonObject GetScale(ResourceRequest request)
    {
        var value = store.Get(request.Key) ?? throw ApiFailure.NotFound(request.Resource, request.Key.Name);
        return ScaleOf(request.Resource.Scale!, value);
    }

    /// <summary>Changes the wanted count, by a whole new scale or by a patch of it.</summary>
    public JsonObject SetScale(ResourceRequest request, Func<JsonObject, JsonObject> change)
    {
        var paths = request.Resource.Scale!;
        var value = writer.Update(
            request.Resource,
            request.Key,
            null,
            live =>
            {
                var scale = change(ScaleOf(paths, live));
                if (ObjectMeta.Version(scale) is { Length: > 0 } version && version != ObjectMeta.Version(live))
                {
                    throw ApiFailure.Modified(request.Resource, request.Key.Name);
                }

                var next = (JsonObject)live.DeepClone();
                Set(next, paths.Spec.Split('.'), scale["spec"]?["replicas"]?.DeepClone() ?? 0);
                return next;
            },
            request.Context);
        return ScaleOf(paths, value);
    }

    public JsonObject Bind(ResourceRequest request)
    {
        var node = request.ObjectBody["target"]?["name"]?.ToString() ?? throw ApiFailure.BadRequest("a binding names a node as its target");
        writer.Update(
            request.Resource,
            request.Key,
            "binding",
            live =>
            {
                var next = (JsonObject)live.DeepClone();
                if (ObjectMeta.TextAt(live, "spec.nodeName") is { Length: > 0 } other)
                {
                    throw ApiFailure.Conflict(
                        request.Resource with { Plural = "pods/binding" }, request.Key.Name, $"pod {request.Key.Name} is already assigned to node \"{other}\"");
                }

                next["spec"]!["nodeName"] = node;
                PodScheduled.Set(next, "True", null, null, request.Context.Now);
                return next;
            },
            request.Context);
        return Success(201);
    }

    /// <summary>Deletes a pod; budgets are not looked at.</summary>
    public JsonObject Evict(ResourceRequest request)
    {
        deleter.Delete(request.Resource, request.Key, DeletionRequest.Of(request.ObjectBody["deleteOptions"] as JsonObject, request.Query));
        return Success(201);
    }

    private static JsonObject Success(int code) => new()
    {
        ["kind"] = "Status",
        ["apiVersion"] = "v1",
        ["metadata"] = new JsonObject(),
        ["status"] = "Success",
        ["code"] = code,
    };

    private static JsonObject ScaleOf(ScalePaths paths, JsonObject value)
    {
        var metadata = new JsonObject();
        foreach (var name in new[] { "name", "namespace", "uid", "resourceVersion", "creationTimestamp" })
        {
            if (value["metadata"]![name] is { } member)
            {
                metadata[name] = member.DeepClone();
            }
        }

        var spec = new JsonObject();
        if (ObjectMeta.At(value, paths.Spec) is { } replicas && replicas.ToString() != "0")
        {
            spec["replicas"] = replicas.DeepClone();
        }

        var status = new JsonObject { ["replicas"] = ObjectMeta.At(value, paths.Status)?.DeepClone() ?? 0 };
        if (SelectorOf(paths, value) is { Length: > 0 } selector)
        {
            status["selector"] = selector;
        }

        return new() { ["kind"] = "Scale", ["apiVersion"] = "autoscaling/v1", ["metadata"] = metadata, ["spec"] = spec, ["status"] = status };
    }

    // Workloads have a selector of labels, custom resources a text in their status.
    private static string SelectorOf(ScalePaths paths, JsonObject value) =>
        paths.Selector is { } path && ObjectMeta.At(value, path) is JsonValue text ? text.ToString()
        : value["spec"]?["selector"]?["matchLabels"] is JsonObject labels ? string.Join(',', labels.Select(label => $"{label.Key}={label.Value}"))
        : "";

    private static void Set(JsonObject value, string[] path, JsonNode member)
    {
        foreach (var step in path[..^1])
        {
            if (value[step] is not JsonObject next)
            {
                value[step] = next = [];
            }

            value = next;
        }

        value[path[^1]] = member;
    }
}
