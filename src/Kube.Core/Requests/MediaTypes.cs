namespace Kube;

/// <summary>Media types of Kubernetes request bodies.</summary>
public static class MediaTypes
{
    /// <summary>Plain JSON.</summary>
    public const string Json = "application/json";

    /// <summary>JSON merge patch, RFC 7386.</summary>
    public const string MergePatch = "application/merge-patch+json";

    /// <summary>JSON patch, RFC 6902.</summary>
    public const string JsonPatch = "application/json-patch+json";

    /// <summary>Strategic merge patch; built-in kinds only.</summary>
    public const string StrategicMergePatch = "application/strategic-merge-patch+json";

    /// <summary>Server-side apply. JSON is YAML, so a JSON body is right.</summary>
    public const string ApplyPatch = "application/apply-patch+yaml";
}
