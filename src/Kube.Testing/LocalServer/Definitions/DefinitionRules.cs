using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>What a CustomResourceDefinition must be to be served. The many rules of structural schemas are not checked: <c>Kube.Core</c>'s generator does that.</summary>
internal static class DefinitionRules
{
    public static IEnumerable<SchemaProblem> Check(JsonObject definition)
    {
        var spec = definition["spec"] as JsonObject ?? [];
        var (group, plural) = (spec["group"]?.ToString() ?? "", spec["names"]?["plural"]?.ToString() ?? "");
        if (ObjectMeta.Name(definition) != $"{plural}.{group}")
        {
            yield return new(
                "metadata.name",
                SchemaProblemKind.InvalidValue,
                $"Invalid value: \"{ObjectMeta.Name(definition)}\": must be spec.names.plural+\".\"+spec.group");
        }

        if (spec["scope"]?.ToString() is not ("Namespaced" or "Cluster"))
        {
            yield return new("spec.scope", SchemaProblemKind.RequiredValue, "Required value");
        }

        if (spec["names"]?["kind"] is null)
        {
            yield return new("spec.names.kind", SchemaProblemKind.RequiredValue, "Required value");
        }

        var versions = (spec["versions"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (versions.Count(version => version["storage"]?.ToString() == "true") != 1)
        {
            yield return new("spec.versions", SchemaProblemKind.InvalidValue, "Invalid value: must have exactly one version marked as storage version");
            yield return new("status.storedVersions", SchemaProblemKind.InvalidValue, "Invalid value: must have at least one stored version");
        }

        for (var i = 0; i < versions.Count; i++)
        {
            if (versions[i]["schema"]?["openAPIV3Schema"] is not JsonObject)
            {
                yield return new($"spec.versions[{i}].schema.openAPIV3Schema", SchemaProblemKind.RequiredValue, "Required value: schemas are required");
            }
        }
    }
}
