using Kube.Generators.Model;
using Kube.Generators.Schema.Definitions;

namespace Kube.Generators.Schema.Conversion;

/// <summary>Which version can be the hub of another.</summary>
internal static class HubRules
{
    /// <summary>Why a version cannot be converted by way of the hub that it names; null when it can.</summary>
    /// <param name="spoke">The version.</param>
    /// <param name="said">What it says.</param>
    /// <param name="hub">The kind that it names; null when there is none.</param>
    /// <param name="resources">All kinds of the assembly.</param>
    public static string? WhyNot(ResourceModel spoke, HubModel said, ResourceModel? hub, IReadOnlyList<ResourceModel> resources) =>
        said.Class == spoke.Class.FullName ? "it is the class itself"
        : hub is null ? "it is no custom resource that this assembly makes a definition of"
        : !IsSameKind(spoke, hub) ? $"it is {hub.Identity.Kind} of {NameOf(hub)}, and this is {spoke.Identity.Kind} of {NameOf(spoke)}"
        : hub.Identity.Version == spoke.Identity.Version ? $"it has the same version, {hub.Identity.Version}"
        : !hub.IsStorage ? "it is not the stored version" + (StoredOf(spoke, resources) is { } stored ? $", which is {stored}" : "")
        : said.Mapping is null ? null
        : said.TakenName is { } name ? $"'{name}' of the class has the name of a member that is generated"
        : WhyNoAnnotation(spoke, said, resources);

    /// <summary>The annotation that keeps what the other version says.</summary>
    public static string AnnotationOf(ResourceModel spoke, HubModel said) =>
        said.Annotation ?? $"{spoke.Identity.Group}/conversion-{spoke.Identity.Version}";

    // What one version keeps, another would take for its own.
    private static string? WhyNoAnnotation(ResourceModel spoke, HubModel said, IReadOnlyList<ResourceModel> resources)
    {
        var key = AnnotationOf(spoke, said);
        var other = resources.FirstOrDefault(r => r.Class.FullName != spoke.Class.FullName && IsSameKind(spoke, r)
            && r.Hub is { Mapping: not null } hub && AnnotationOf(r, hub) == key);
        return !DefinitionMetadata.IsKey(key) ? $"'{key}' is no key of an annotation; set Annotation"
            : other is not null ? $"the annotation '{key}' is that of version {other.Identity.Version} too"
            : null;
    }

    private static bool IsSameKind(ResourceModel one, ResourceModel other) =>
        one.Identity.Kind == other.Identity.Kind && NameOf(one) == NameOf(other);

    private static string NameOf(ResourceModel resource) => $"{resource.Identity.Plural}.{resource.Identity.Group}";

    private static string? StoredOf(ResourceModel spoke, IEnumerable<ResourceModel> resources) =>
        resources.FirstOrDefault(r => r.IsStorage && IsSameKind(r, spoke))?.Class.FullName;
}
