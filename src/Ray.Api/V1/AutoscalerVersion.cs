namespace Ray.Api.V1;

/// <summary>Versions of Ray's autoscaler.</summary>
public static class AutoscalerVersion
{
    /// <summary>The first one.</summary>
    public const string V1 = "v1";

    /// <summary>Its successor, Ray's own choice from Ray 2.47 on.</summary>
    public const string V2 = "v2";
}
