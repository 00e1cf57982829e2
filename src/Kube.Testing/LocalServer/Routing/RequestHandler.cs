using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Kube.Testing;

/// <summary>Reads requests, finds who answers them, and writes the answers.</summary>
internal sealed class RequestHandler(ServerParts parts, CancellationToken stopping)
{
    private static readonly JsonDocumentOptions s_json = new() { AllowDuplicateProperties = false };

    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            await AnswerAsync(http);
        }
        catch (ApiFailure failure)
        {
            await WriteAsync(http, failure.Code, failure.ToStatus());
        }
        catch (Exception e) when (e is not OperationCanceledException && !http.Response.HasStarted)
        {
            // A member of the wrong type where this server takes it for granted: the real one decodes built-in kinds by their types.
            await WriteAsync(http, 500, new ApiFailure(500, "InternalError", $"Internal error occurred: {e}").ToStatus());
        }
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        if (path.TrimEnd('/') is "/healthz" or "/livez" or "/readyz")
        {
            await http.Response.WriteAsync("ok", http.RequestAborted);
            return;
        }

        if (HttpMethods.IsGet(http.Request.Method) && parts.Discovery.At(path) is { } document)
        {
            await WriteAsync(http, 200, document);
            return;
        }

        var place = ApiPath.Parse(path);
        if (place is null || parts.Registry.Find(place.Group, place.Version, place.Plural) is not { } resource || !Fits(resource, place))
        {
            throw ApiFailure.UnknownResource();
        }

        await AnswerAsync(http, await ReadAsync(http, resource, place));
    }

    // Single objects that have a namespace are found there only; those that have none, never in one.
    private static bool Fits(ApiResource resource, ApiPath place) =>
        resource.IsNamespaced ? place.Namespace is not null || place.Name is null : place.Namespace is null;

    private async Task AnswerAsync(HttpContext http, ResourceRequest request)
    {
        var presentation = new Presentation(request.Resource, http.Request.Headers.Accept.ToString(), parts.Time);
        if (HttpMethods.IsGet(http.Request.Method) && request.Path.Name is null)
        {
            await AnswerManyAsync(http, request, presentation);
            return;
        }

        var (code, body) = request.Path switch
        {
            { Name: null } => AnswerCollection(http.Request.Method, request, presentation),
            { Subresource: null or "status" } => AnswerObject(http.Request.Method, request, presentation),
            _ => AnswerSubresource(http.Request.Method, request),
        };
        foreach (var warning in request.Context.Warnings.Distinct())
        {
            http.Response.Headers.Append("Warning", $"299 - {JsonValue.Create(warning).ToJsonString()}");
        }

        await WriteAsync(http, code, body);
    }

    private async Task AnswerManyAsync(HttpContext http, ResourceRequest request, Presentation presentation)
    {
        var selection = Selection.Of(request.Resource, request.Path.Namespace, request.Path.Name, request.Query);
        if (request.Query.IsWatch)
        {
            var events = new WatchEvents(request.Resource, selection, presentation.Object);
            await parts.Watches.RunAsync(http, events, request.Resource, selection, request.Query, stopping);
            return;
        }

        var (items, metadata) = parts.Reader.List(request.Resource, selection, request.Query);
        await WriteAsync(http, 200, presentation.List(items, metadata));
    }

    private (int Code, JsonObject Body) AnswerCollection(string method, ResourceRequest request, Presentation presentation)
    {
        // Across namespaces, objects are only read.
        if (request.Resource.IsNamespaced && request.Path.Namespace is null)
        {
            throw ApiFailure.MethodNotAllowed();
        }

        if (HttpMethods.IsPost(method))
        {
            return (201, presentation.Object(parts.Requests.Create(request)));
        }

        if (!HttpMethods.IsDelete(method) || request.Resource.StorageKey is "namespaces")
        {
            throw ApiFailure.MethodNotAllowed();
        }

        var selection = Selection.Of(request.Resource, request.Path.Namespace, null, request.Query);
        var (items, metadata) = parts.Reader.List(request.Resource, selection, request.Query);
        var deletion = DeletionRequest.Of(request.Body as JsonObject, request.Query);
        foreach (var item in items)
        {
            parts.Deleter.Delete(request.Resource, StoreKey.Of(request.Resource, item), deletion);
        }

        return (200, presentation.List(items, metadata));
    }

    private (int Code, JsonObject Body) AnswerObject(string method, ResourceRequest request, Presentation presentation)
    {
        if (request.Path.Subresource == "status" && !request.Resource.HasStatus)
        {
            throw ApiFailure.UnknownResource();
        }

        if (HttpMethods.IsGet(method))
        {
            return (200, presentation.Object(parts.Requests.Get(request)));
        }

        if (HttpMethods.IsPut(method))
        {
            return (200, presentation.Object(parts.Requests.Update(request)));
        }

        if (HttpMethods.IsPatch(method))
        {
            var (code, body) = parts.Requests.Patch(request);
            return (code, presentation.Object(body));
        }

        if (!HttpMethods.IsDelete(method) || request.Path.Subresource is not null)
        {
            throw ApiFailure.MethodNotAllowed();
        }

        var (last, isGone) = parts.Requests.Delete(request);
        return (200, isGone && request.Resource.StorageKey is not ("pods" or "serviceaccounts" or "podtemplates" or "resourcequotas" or "persistentvolumes" or "persistentvolumeclaims")
            ? Deleted(request.Resource, last)
            : request.Resource.Present(last));
    }

    private (int Code, JsonObject Body) AnswerSubresource(string method, ResourceRequest request) => (request.Path.Subresource, method) switch
    {
        ("scale", "GET") when request.Resource.Scale is not null => (200, parts.Subresources.GetScale(request)),
        ("scale", "PUT") when request.Resource.Scale is not null => (200, parts.Subresources.SetScale(request, _ => request.ObjectBody)),
        ("scale", "PATCH") when request.Resource.Scale is not null =>
            (200, parts.Subresources.SetScale(request, PatchReader.Read(request.Resource, request.MediaType, request.Body))),
        ("binding", "POST") when request.Resource.StorageKey == "pods" => (201, parts.Subresources.Bind(request)),
        ("eviction", "POST") when request.Resource.StorageKey == "pods" => (201, parts.Subresources.Evict(request)),
        _ => throw ApiFailure.UnknownResource(),
    };

    private static JsonObject Deleted(ApiResource resource, JsonObject last)
    {
        var details = new JsonObject { ["name"] = ObjectMeta.Name(last) };
        if (resource.Group.Length > 0)
        {
            details["group"] = resource.Group;
        }

        details["kind"] = resource.Plural;
        details["uid"] = ObjectMeta.Uid(last);
        return new() { ["kind"] = "Status", ["apiVersion"] = "v1", ["metadata"] = new JsonObject(), ["status"] = "Success", ["details"] = details };
    }

    private async Task<ResourceRequest> ReadAsync(HttpContext http, ApiResource resource, ApiPath place)
    {
        var query = new ApiQuery(http.Request.Query);
        var mediaType = (http.Request.ContentType ?? "").Split(';')[0].Trim();
        JsonNode? body = null;
        using var text = new MemoryStream();
        await http.Request.Body.CopyToAsync(text, http.RequestAborted);
        if (text.Length > 0)
        {
            if (mediaType.Contains("protobuf", StringComparison.Ordinal))
            {
                throw ApiFailure.UnsupportedMediaType("application/json", resource.IsCustom);
            }

            body = Parse(text.ToArray(), resource);
        }

        var agent = http.Request.Headers.UserAgent.ToString().Split('/', 2)[0];
        var manager = query.FieldManager is { Length: > 0 } named ? named : agent.Length > 0 ? agent : "unknown";
        var context = new WriteContext(manager, query.IsDryRun, parts.Time.GetUtcNow())
        {
            FieldValidation = query.FieldValidation is { Length: > 0 } asked ? asked : "Warn",
        };
        return new(resource, place, query, mediaType, body, context);
    }

    private static JsonNode? Parse(byte[] text, ApiResource resource)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: s_json);
        }
        catch (JsonException e)
        {
            throw ApiFailure.BadRequest($"the object provided is unrecognized (must be of type {resource.Kind}, in JSON): {e.Message}");
        }
    }

    private static async Task WriteAsync(HttpContext http, int code, JsonObject body)
    {
        http.Response.StatusCode = code;
        http.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter);
        body.WriteTo(writer);
        await writer.FlushAsync(http.RequestAborted);
    }
}
