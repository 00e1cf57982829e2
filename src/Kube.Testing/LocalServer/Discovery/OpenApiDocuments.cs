using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>
/// As much OpenAPI as kubectl needs to see that the server judges objects itself, and takes dry runs and field managers: the patch of each kind with its
/// parameters. No model is described.
/// </summary>
internal sealed class OpenApiDocuments(ResourceRegistry registry)
{
    private static readonly string[] s_parameters = ["dryRun", "fieldManager", "fieldValidation", "force"];

    /// <summary>The document below <c>/openapi/v3</c>; null when there is none.</summary>
    public JsonObject? At(string[] path) => path switch
    {
        [] => Index(),
        ["api", var version] when registry.HasVersion("", version) => Group("", version),
        ["apis", var group, var version] when registry.HasVersion(group, version) => Group(group, version),
        _ => null,
    };

    private static string PathOf(string group, string version) => group.Length == 0 ? $"api/{version}" : $"apis/{group}/{version}";

    private JsonObject Index()
    {
        var paths = new JsonObject();
        foreach (var path in registry.All.Select(resource => PathOf(resource.Group, resource.Version)).Distinct())
        {
            paths[path] = new JsonObject { ["serverRelativeURL"] = $"/openapi/v3/{path}" };
        }

        return new() { ["paths"] = paths };
    }

    private JsonObject Group(string group, string version)
    {
        var paths = new JsonObject();
        foreach (var resource in registry.All.Where(resource => resource.Group == group && resource.Version == version))
        {
            var place = resource.IsNamespaced ? "namespaces/{namespace}/" : "";
            paths[$"/{PathOf(group, version)}/{place}{resource.Plural}/{{name}}"] = new JsonObject { ["patch"] = Patch(resource) };
        }

        return new()
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = DiscoveryDocuments.Release },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = new JsonObject() },
        };
    }

    private static JsonObject Patch(ApiResource resource) => new()
    {
        ["operationId"] = $"patch{resource.Kind}",
        ["parameters"] = new JsonArray([.. s_parameters.Select(name => new JsonObject
        {
            ["name"] = name,
            ["in"] = "query",
            ["schema"] = new JsonObject { ["type"] = name == "force" ? "boolean" : "string" },
        })]),
        ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK" } },
        ["x-kubernetes-action"] = "patch",
        ["x-kubernetes-group-version-kind"] = new JsonObject { ["group"] = resource.Group, ["version"] = resource.Version, ["kind"] = resource.Kind },
    };
}
