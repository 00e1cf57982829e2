using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>One request about objects, read.</summary>
internal sealed record ResourceRequest(ApiResource Resource, ApiPath Path, ApiQuery Query, string MediaType, JsonNode? Body, WriteContext Context)
{
    public StoreKey Key => new(Resource.StorageKey, Resource.IsNamespaced ? Path.Namespace ?? "" : "", Path.Name ?? "");

    public JsonObject ObjectBody => Body as JsonObject ?? throw ApiFailure.BadRequest($"the object provided is unrecognized (must be of type {Resource.Kind})");
}

/// <summary>Answers requests about single objects: the status code and the body.</summary>
internal sealed class ResourceRequests(ObjectStore store, ObjectWriter writer, ObjectDeleter deleter)
{
    public JsonObject Get(ResourceRequest request)
    {
        var value = store.Get(request.Key) ?? throw ApiFailure.NotFound(request.Resource, request.Key.Name);
        return request.Resource.Present(value);
    }

    public JsonObject Create(ResourceRequest request)
    {
        var ns = request.Resource.IsNamespaced ? request.Path.Namespace : null;
        return writer.Create(request.Resource, ns, request.ObjectBody, request.Context);
    }

    public JsonObject Update(ResourceRequest request) =>
        writer.Update(request.Resource, request.Key, request.Path.Subresource, _ => request.ObjectBody, request.Context);

    public (int Code, JsonObject Body) Patch(ResourceRequest request)
    {
        if (request.MediaType != PatchReader.Apply)
        {
            var patch = PatchReader.Read(request.Resource, request.MediaType, request.Body);
            return (200, writer.Update(request.Resource, request.Key, request.Path.Subresource, patch, request.Context));
        }

        return Apply(request);
    }

    public (JsonObject Last, bool IsGone) Delete(ResourceRequest request) =>
        deleter.Delete(request.Resource, request.Key, DeletionRequest.Of(request.Body as JsonObject, request.Query));

    private (int Code, JsonObject Body) Apply(ResourceRequest request)
    {
        if (request.Query.FieldManager.Length == 0)
        {
            const string Required = "Required value: is required for apply patch";
            throw new ApiFailure(422, "Invalid", $"PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: {Required}", new JsonObject
            {
                ["group"] = "meta.k8s.io",
                ["kind"] = "PatchOptions",
                ["causes"] = new JsonArray(new JsonObject { ["reason"] = "FieldValueRequired", ["message"] = Required, ["field"] = "fieldManager" }),
            });
        }

        var (resource, key) = (request.Resource, request.Key);
        var configuration = (JsonObject)request.ObjectBody.DeepClone();
        BodyRules.Identify(resource, resource.IsNamespaced ? key.Namespace : null, configuration);
        // What is there already need not be named again.
        if (ObjectMeta.Name(configuration).Length == 0 && store.Get(key) is not null)
        {
            configuration["metadata"]!["name"] = key.Name;
        }

        BodyRules.CheckName(configuration, key.Name);
        if (ObjectMeta.Of(configuration).ContainsKey("managedFields"))
        {
            throw ApiFailure.BadRequest("metadata.managedFields must be nil");
        }

        var apply = new ServerSideApply(resource, request.Query.FieldManager, request.Query.IsForced, request.Context.Time);
        lock (store.Gate)
        {
            if (store.Get(key) is not null)
            {
                return (200, writer.Update(resource, key, request.Path.Subresource, live => apply.Apply(live, configuration), request.Context, isApplied: true));
            }

            if (request.Path.Subresource is not null)
            {
                throw ApiFailure.NotFound(resource, key.Name);
            }

            var created = apply.Apply(new JsonObject { ["metadata"] = new JsonObject() }, configuration);
            var fields = ObjectMeta.Of(created)["managedFields"] as JsonArray;
            return (201, writer.Create(resource, resource.IsNamespaced ? key.Namespace : null, created, request.Context, (JsonArray?)fields?.DeepClone() ?? []));
        }
    }
}
