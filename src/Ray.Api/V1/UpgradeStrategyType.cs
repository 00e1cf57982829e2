namespace Ray.Api.V1;

/// <summary>What happens to running pods when the spec changes.</summary>
public static class UpgradeStrategyType
{
    /// <summary>All are deleted and recreated.</summary>
    public const string Recreate = "Recreate";

    /// <summary>They stay.</summary>
    public const string None = "None";
}
