using System.Net;
using k8s.Models;

namespace Kube.Runtime.Client.Http;

/// <summary>Says how to mend what the server refused, where the answer tells; the server's own words say what is wrong.</summary>
internal static class FailureAdvice
{
    /// <summary>A sentence; empty when there is nothing to say.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="code">HTTP status code.</param>
    /// <param name="status">The server's <c>Status</c>; null when the answer was none.</param>
    public static string For(ApiRequest request, HttpStatusCode code, V1Status? status) => code switch
    {
        HttpStatusCode.NotFound when status?.Details?.Kind == "namespaces" && request.Resource?.Plural != "namespaces" =>
            $"Create the namespace '{status.Details.Name}' first.",
        HttpStatusCode.NotFound when IsUnknown(code, status) && request.Resource is { } resource => Missing(resource),
        HttpStatusCode.Forbidden when request.Resource is { } resource && status?.Reason == "Forbidden" && IsPermission(status) => Grant(request, resource),
        HttpStatusCode.Conflict when status?.Details?.Causes?.Any(cause => cause.Reason == "FieldManagerConflict") == true =>
            "Leave these fields to their owners, or apply with force to take them over.",
        HttpStatusCode.Conflict when status?.Reason == "Conflict" =>
            "The object was written since it was read: read it again, or use UpdateAsync, which does that by itself.",
        _ => "",
    };

    /// <summary>Whether the resource itself is what was not found: the answer names no object.</summary>
    public static bool IsUnknown(HttpStatusCode code, V1Status? status) =>
        code == HttpStatusCode.NotFound && string.IsNullOrEmpty(status?.Details?.Name);

    private static string Missing(ResourceDefinition resource) => resource.Group.Contains('.', StringComparison.Ordinal)
        ? $"The server does not know {resource} of version {resource.Version}: install its CustomResourceDefinition ({resource}), or check that it serves {resource.Version}."
        : $"The server does not know {resource} of version {resource.Version}: it is too old or too new for it.";

    // Quotas and admission plugins answer 403 too, and no role helps against them.
    private static bool IsPermission(V1Status status) => status.Message?.Contains(" cannot ", StringComparison.Ordinal) == true;

    private static string Grant(ApiRequest request, ResourceDefinition resource)
    {
        var (@namespace, name, subresource) = Target(request.Path, resource);
        var group = resource.Group.Length == 0 ? "\"\"" : resource.Group;
        var plural = subresource is null ? resource.Plural : $"{resource.Plural}/{subresource}";
        return $"Grant it with a {(@namespace is null ? "ClusterRole" : "Role")} that has apiGroups [{group}], resources [{plural}], verbs [{Verb(request, name)}].";
    }

    private static string Verb(ApiRequest request, string? name) => request.Method.Method switch
    {
        "GET" when name is not null => "get",
        "GET" => request.Query.Contains("watch=true", StringComparison.Ordinal) ? "watch" : "list",
        "POST" => "create",
        "PUT" => "update",
        "DELETE" => name is null ? "deletecollection" : "delete",
        var other => other.ToLowerInvariant(),
    };

    /// <summary>Takes a path apart that <see cref="ResourceDefinition.PathOf"/> made.</summary>
    private static (string? Namespace, string? Name, string? Subresource) Target(string path, ResourceDefinition resource)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var start = resource.Group.Length == 0 ? 2 : 3;
        var @namespace = resource.IsNamespaced && segments.Length > start + 2 && segments[start] == "namespaces" ? segments[start + 1] : null;
        var plural = @namespace is null ? start : start + 2;
        return (@namespace, segments.ElementAtOrDefault(plural + 1), segments.ElementAtOrDefault(plural + 2));
    }
}
