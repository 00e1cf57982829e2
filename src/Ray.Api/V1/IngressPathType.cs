namespace Ray.Api.V1;

/// <summary>How an Ingress matches paths.</summary>
public static class IngressPathType
{
    /// <summary>The whole path, case-sensitive.</summary>
    public const string Exact = "Exact";

    /// <summary>Whole leading elements of the path.</summary>
    public const string Prefix = "Prefix";

    /// <summary>As the ingress class likes.</summary>
    public const string ImplementationSpecific = "ImplementationSpecific";
}
