using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>What clients ask first: the version, groups, and the resources of each group.</summary>
internal sealed class DiscoveryDocuments(ResourceRegistry registry)
{
    /// <summary>The release that the server claims to be: clients choose their ways by it.</summary>
    public const string Release = "v1.33.0-local";

    private static readonly string[] s_verbs = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];

    // In the order in which servers tell of custom resources.
    private static readonly string[] s_customVerbs = ["delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"];
    private static readonly string[] s_subresourceVerbs = ["get", "patch", "update"];
    private readonly OpenApiDocuments _openApi = new(registry);

    /// <summary>The document at a path; null when there is none.</summary>
    public JsonObject? At(string path) => path.Trim('/').Split('/') switch
    {
        ["version"] => Version(),
        ["api"] => new JsonObject { ["kind"] = "APIVersions", ["versions"] = new JsonArray("v1"), ["serverAddressByClientCIDRs"] = new JsonArray() },
        ["api", "v1"] => Resources("", "v1"),
        ["apis"] => new JsonObject { ["kind"] = "APIGroupList", ["apiVersion"] = "v1", ["groups"] = new JsonArray([.. Groups().Select(group => Group(group, isTop: false))]) },
        ["apis", var group] when Groups().Contains(group) => Group(group, isTop: true),
        ["apis", var group, var version] when registry.HasVersion(group, version) => Resources(group, version),
        [""] => new JsonObject { ["paths"] = new JsonArray("/api", "/api/v1", "/apis", "/healthz", "/livez", "/openapi/v2", "/openapi/v3", "/readyz", "/version") },
        ["openapi", "v2"] => OpenApi(),
        ["openapi", "v3", .. var rest] => _openApi.At(rest),
        _ => null,
    };

    private IEnumerable<string> Groups() => registry.All.Select(resource => resource.Group).Where(group => group.Length > 0).Distinct();

    private static JsonObject Version() => new()
    {
        ["major"] = "1",
        ["minor"] = "33",
        ["gitVersion"] = Release,
        ["gitCommit"] = "",
        ["gitTreeState"] = "",
        ["buildDate"] = "",
        ["goVersion"] = "",
        ["compiler"] = "",
        ["platform"] = "",
    };

    // No model is described: kubectl then validates nothing itself, and merges what it does not know as plain JSON.
    private static JsonObject OpenApi() => new()
    {
        ["swagger"] = "2.0",
        ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = Release },
        ["paths"] = new JsonObject(),
        ["definitions"] = new JsonObject(),
    };

    private JsonObject Group(string group, bool isTop)
    {
        var versions = registry.All.Where(resource => resource.Group == group).Select(resource => resource.Version).Distinct()
            .OrderByDescending(version => version, VersionOrder.Instance).Select(version => new JsonObject { ["groupVersion"] = $"{group}/{version}", ["version"] = version }).ToList();
        var result = new JsonObject();
        if (isTop)
        {
            result["kind"] = "APIGroup";
            result["apiVersion"] = "v1";
        }

        result["name"] = group;
        result["versions"] = new JsonArray([.. versions]);
        result["preferredVersion"] = versions[0].DeepClone();
        return result;
    }

    private JsonObject Resources(string group, string version)
    {
        var list = new JsonObject { ["kind"] = "APIResourceList" };
        if (group.Length > 0)
        {
            list["apiVersion"] = "v1";
        }

        list["groupVersion"] = group.Length == 0 ? version : $"{group}/{version}";
        list["resources"] = new JsonArray([.. registry.All.Where(resource => resource.Group == group && resource.Version == version)
            .OrderBy(resource => resource.Plural, StringComparer.Ordinal).SelectMany(Describe)]);
        return list;
    }

    private static IEnumerable<JsonObject> Describe(ApiResource resource)
    {
        var main = Entry(resource, resource.Plural, resource.Kind, resource.IsCustom ? s_customVerbs : s_verbs);
        main["singularName"] = resource.Singular;
        if (resource.ShortNames.Count > 0)
        {
            main["shortNames"] = new JsonArray([.. resource.ShortNames.Select(name => JsonValue.Create(name))]);
        }

        if (resource.Categories.Count > 0)
        {
            main["categories"] = new JsonArray([.. resource.Categories.Select(name => JsonValue.Create(name))]);
        }

        yield return main;
        if (resource.StorageKey == "pods")
        {
            yield return Entry(resource, "pods/binding", "Binding", ["create"]);
            var eviction = Entry(resource, "pods/eviction", "Eviction", ["create"]);
            (eviction["group"], eviction["version"]) = ("policy", "v1");
            yield return eviction;
        }

        if (resource.Scale is not null)
        {
            var scale = Entry(resource, $"{resource.Plural}/scale", "Scale", s_subresourceVerbs);
            (scale["group"], scale["version"]) = ("autoscaling", "v1");
            yield return scale;
        }

        if (resource.HasStatus)
        {
            yield return Entry(resource, $"{resource.Plural}/status", resource.Kind, s_subresourceVerbs);
        }
    }

    private static JsonObject Entry(ApiResource resource, string name, string kind, string[] verbs) => new()
    {
        ["name"] = name,
        ["singularName"] = "",
        ["namespaced"] = resource.IsNamespaced,
        ["kind"] = kind,
        ["verbs"] = new JsonArray([.. verbs.Select(verb => JsonValue.Create(verb))]),
    };
}
