namespace Ray.Api.V1;

/// <summary>How fast the autoscaler grows a cluster.</summary>
public static class UpscalingMode
{
    /// <summary>Without limit.</summary>
    public const string Default = "Default";

    /// <summary>Without limit.</summary>
    public const string Aggressive = "Aggressive";

    /// <summary>At most as many pending as running workers.</summary>
    public const string Conservative = "Conservative";
}
