using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Definitions;

/// <summary>Joins the versions of each kind to one CustomResourceDefinition.</summary>
internal static class DefinitionBuilder
{
    public static IEnumerable<Definition> Build(IEnumerable<VersionSchema> versions)
    {
        var definitions = versions.GroupBy(NameOf, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (IReadOnlyList<VersionSchema>)[.. InOrder(g)])
            .ToList();
        var clashes = NameClashes.Find(definitions).ToList();
        return definitions.Select(d => Build(d, clashes));
    }

    private static string NameOf(VersionSchema version) => $"{version.Identity.Plural}.{version.Identity.Group}";

    private static IEnumerable<VersionSchema> InOrder(IEnumerable<VersionSchema> versions) =>
        versions.OrderBy(v => v.Identity.Version, VersionOrder.Instance).ThenBy(v => v.Class.FullName, StringComparer.Ordinal);

    private static Definition Build(IReadOnlyList<VersionSchema> versions, IEnumerable<Problem> clashes)
    {
        var classes = versions.OrderByDescending(v => v.IsStorage).Select(v => v.Class).ToEquatableArray();
        var context = new SchemaContext([]);
        VersionAgreement.Check(NameOf(versions[0]), versions, context);
        var metadata = DefinitionMetadata.Build(NameOf(versions[0]), versions, context);
        var conversion = ConversionStanza.Build(versions, context);
        var own = clashes.Where(c => classes.Any(k => k.FullName == c.Target)).ToList();
        var isSound = own.Count == 0 && !context.HasErrors && versions.All(v => v.IsSound);
        return new(classes, isSound ? Manifest(versions, metadata, conversion) : null, context.Problems.Concat(own).ToEquatableArray());
    }

    private static JsonObject Manifest(IReadOnlyList<VersionSchema> versions, JsonObject metadata, JsonObject? conversion)
    {
        var identity = versions[0].Identity;
        var spec = JsonObject.Of(
            ("group", JsonValue.Of(identity.Group)),
            ("names", Names(identity)),
            ("scope", JsonValue.Of(identity.IsNamespaced ? "Namespaced" : "Cluster")),
            ("versions", new JsonArray(versions.Select(v => (JsonValue)v.Manifest).ToEquatableArray())));
        return JsonObject.Of(
            ("apiVersion", JsonValue.Of("apiextensions.k8s.io/v1")),
            ("kind", JsonValue.Of("CustomResourceDefinition")),
            ("metadata", metadata),
            ("spec", conversion is null ? spec : spec.With("conversion", conversion)));
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
