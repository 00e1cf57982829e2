using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema;

/// <summary>Joins the versions of each kind to one CustomResourceDefinition.</summary>
internal static class DefinitionBuilder
{
    public static IEnumerable<Definition> Build(IEnumerable<VersionSchema> versions) =>
        versions.GroupBy(v => $"{v.Identity.Plural}.{v.Identity.Group}", StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Build(g.Key, [.. InOrder(g)]));

    private static IEnumerable<VersionSchema> InOrder(IEnumerable<VersionSchema> versions) =>
        versions.OrderBy(v => v.Identity.Version, StringComparer.Ordinal).ThenBy(v => v.Class.FullName, StringComparer.Ordinal);

    private static Definition Build(string name, IReadOnlyList<VersionSchema> versions)
    {
        var classes = versions.OrderByDescending(v => v.IsStorage).Select(v => v.Class).ToEquatableArray();
        var problems = WhyNot(versions)
            .SelectMany(reason => versions.Select(v => Problem.Of(DiagnosticIds.Versions, v.Class.FullName, name, reason)))
            .ToEquatableArray();
        var isSound = !problems.Any(DescriptorTable.IsError) && versions.All(v => v.IsSound);
        return new(classes, isSound ? Manifest(name, versions) : null, problems);
    }

    private static IEnumerable<string> WhyNot(IReadOnlyList<VersionSchema> versions)
    {
        if (versions.Count(v => v.IsStorage) != 1)
        {
            yield return "exactly one version is stored; set Storage = false on the others";
        }

        if (versions.Select(v => v.Identity.Version).Distinct().Count() != versions.Count)
        {
            yield return "two classes have the same version";
        }

        if (versions.Select(v => v.Identity with { Version = "" }).Distinct().Count() > 1)
        {
            yield return "the versions differ in kind, scope, singular name, short names or categories";
        }
    }

    private static JsonObject Manifest(string name, IReadOnlyList<VersionSchema> versions)
    {
        var identity = versions[0].Identity;
        return JsonObject.Of(
            ("apiVersion", JsonValue.Of("apiextensions.k8s.io/v1")),
            ("kind", JsonValue.Of("CustomResourceDefinition")),
            ("metadata", JsonObject.Of(("name", JsonValue.Of(name)))),
            ("spec", JsonObject.Of(
                ("group", JsonValue.Of(identity.Group)),
                ("names", Names(identity)),
                ("scope", JsonValue.Of(identity.IsNamespaced ? "Namespaced" : "Cluster")),
                ("versions", new JsonArray(versions.Select(v => (JsonValue)v.Manifest).ToEquatableArray())))));
    }

    private static JsonObject Names(IdentityModel identity)
    {
        var names = JsonObject.Of(
            ("kind", JsonValue.Of(identity.Kind)),
            ("listKind", JsonValue.Of(identity.Kind + "List")),
            ("plural", JsonValue.Of(identity.Plural)),
            ("singular", JsonValue.Of(identity.Singular)));
        names = identity.ShortNames.Count == 0 ? names : names.With("shortNames", JsonValue.Of(identity.ShortNames));
        return identity.Categories.Count == 0 ? names : names.With("categories", JsonValue.Of(identity.Categories));
    }
}
