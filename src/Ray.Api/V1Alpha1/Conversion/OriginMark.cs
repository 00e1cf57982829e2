using k8s.Models;

namespace Ray.Api.V1Alpha1.Conversion;

/// <summary>The annotation <see cref="RayAnnotations.OriginVersion"/> on its way between versions: each shows the other's name only.</summary>
internal static class OriginMark
{
    /// <summary>Changes the mark of one version into that of the other.</summary>
    /// <param name="metadata">Metadata of the new object; changed in place.</param>
    /// <param name="absent">What no mark means in the version left: its own name.</param>
    /// <param name="own">Name of the version entered, which has no mark for itself.</param>
    public static void Swap(V1ObjectMeta metadata, string absent, string own)
    {
        metadata.Annotations ??= new Dictionary<string, string>();
        if (!metadata.Annotations.TryGetValue(RayAnnotations.OriginVersion, out var version))
        {
            metadata.Annotations[RayAnnotations.OriginVersion] = absent;
        }
        else if (version == own)
        {
            metadata.Annotations.Remove(RayAnnotations.OriginVersion);
        }

        if (metadata.Annotations.Count == 0)
        {
            metadata.Annotations = null;
        }
    }
}
