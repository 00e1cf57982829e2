using k8s.Models;

namespace Ray.Operator.RayClusters.Desired.Resources;

/// <summary>
/// Values of quantities that the API server has stored. The schema of a custom resource lets some pass that no number of ours can hold.
/// </summary>
internal static class Quantities
{
    /// <summary>The largest value that Kubernetes counts with: 2^63.</summary>
    public const decimal Largest = 9223372036854775808m;

    /// <summary>The value; 0 when absent, <see cref="Largest"/> (with its sign) when it is beyond that. Never throws.</summary>
    public static decimal ValueOf(ResourceQuantity? quantity) => Saturate(Read(quantity) ?? (IsNegative(quantity) ? -Largest : Largest));

    /// <summary>Whether the value is at most 2^63, or absent.</summary>
    public static bool IsInRange(ResourceQuantity? quantity) => Read(quantity) is { } value && Math.Abs(value) <= Largest;

    /// <summary>A sum or product that stops at <see cref="Largest"/>.</summary>
    public static decimal Saturate(decimal value) => Math.Clamp(value, -Largest, Largest);

    /// <summary>A quantity many times over, at most <see cref="Largest"/>.</summary>
    /// <param name="value">The quantity, within range.</param>
    /// <param name="count">How many times; not negative.</param>
    public static decimal Times(decimal value, decimal count) =>
        count > 1 && Math.Abs(value) > Largest / count ? Math.Sign(value) * Largest : Saturate(value * count);

    private static decimal? Read(ResourceQuantity? quantity)
    {
        try
        {
            return quantity?.ToDecimal() ?? 0;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static bool IsNegative(ResourceQuantity? quantity) => quantity?.ToString().StartsWith('-') == true;
}
