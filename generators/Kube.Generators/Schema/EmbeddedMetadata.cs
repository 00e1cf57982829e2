using Kube.Generators.Model;

namespace Kube.Generators.Schema;

/// <summary>
/// Metadata inside an object, as in a pod template: only what a user may set. The rest, such as <c>uid</c>, is the server's and would be
/// dead weight in every schema.
/// </summary>
internal static class EmbeddedMetadata
{
    private static readonly HashSet<string> s_names =
        new(StringComparer.Ordinal) { "annotations", "finalizers", "labels", "name", "namespace" };

    /// <summary>Whether the schema of a type has a property; true for all types but the metadata of Kubernetes.</summary>
    public static bool Has(ObjectModel type, string jsonName) => !IsMetadata(type) || s_names.Contains(jsonName);

    /// <summary>Whether a type is the metadata of Kubernetes.</summary>
    public static bool IsMetadata(ObjectModel type) => type is { IsKubernetes: true, Name: "V1ObjectMeta" };
}
