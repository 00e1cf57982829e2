using System.ComponentModel.DataAnnotations;

namespace Ray.Api.V1;

/// <summary>What happens to running pods when the spec changes.</summary>
public sealed record UpgradeStrategy
{
    /// <summary>Recreate deletes and recreates all pods when anything but the scale changes. Default: None, running pods stay.</summary>
    [AllowedValues(UpgradeStrategyType.Recreate, UpgradeStrategyType.None)]
    public string? Type { get; set; }
}
