using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>What the body of a write must say of itself.</summary>
internal static class BodyRules
{
    /// <summary>Sees to it that an object says its kind and where it is.</summary>
    public static void Identify(ApiResource resource, string? ns, JsonObject value)
    {
        var (version, kind) = (value["apiVersion"]?.ToString() ?? "", value["kind"]?.ToString() ?? "");
        if ((kind.Length > 0 && kind != resource.Kind) || (version.Length > 0 && version != resource.ApiVersion))
        {
            throw ApiFailure.BadRequest(resource.IsCustom
                ? $"the object provided is unrecognized (must be of type {resource.Kind}): {version}, Kind={kind}"
                : $"{kind} in version \"{version}\" cannot be handled as a {resource.Kind}");
        }

        Order(resource, value);
        if (value["metadata"] is not JsonObject metadata)
        {
            value["metadata"] = metadata = [];
        }

        if (!resource.IsNamespaced)
        {
            metadata.Remove("namespace");
            DropEmpty(metadata);
            return;
        }

        var said = ObjectMeta.Namespace(value);
        if (said.Length > 0 && ns is not null && said != ns)
        {
            throw ApiFailure.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
        }

        metadata["namespace"] = ns ?? said;
        DropEmpty(metadata);
    }

    public static void CheckName(JsonObject value, string name)
    {
        var said = ObjectMeta.Name(value);
        if (said.Length == 0)
        {
            throw ApiFailure.BadRequest($"the name of the object ({name} based on URL) was undeterminable: name must be provided");
        }

        if (said != name)
        {
            throw ApiFailure.BadRequest($"the name of the object ({said}) does not match the name on the URL ({name})");
        }
    }

    private static void DropEmpty(JsonObject metadata)
    {
        foreach (var name in metadata.Where(member => member.Value is null or JsonObject { Count: 0 } or JsonArray { Count: 0 }).Select(member => member.Key).ToList())
        {
            metadata.Remove(name);
        }
    }

    // Kind and version first: people read these objects.
    private static void Order(ApiResource resource, JsonObject value)
    {
        value.Remove("kind");
        value.Remove("apiVersion");
        value.Insert(0, "kind", resource.Kind);
        value.Insert(1, "apiVersion", resource.ApiVersion);
    }
}
