namespace Ray.Operator.Options;

/// <summary>Reads feature gates: <c>name=true,other=false</c>, by KubeRay's names.</summary>
internal static class FeatureGateText
{
    private static readonly Dictionary<string, Func<FeatureGates, bool, FeatureGates>> s_gates = new(StringComparer.Ordinal)
    {
        ["RayClusterStatusConditions"] = (gates, value) => gates with { RayClusterStatusConditions = value },
        ["RayJobDeletionPolicy"] = (gates, value) => gates with { RayJobDeletionPolicy = value },
        ["RayMultiHostIndexing"] = (gates, value) => gates with { RayMultiHostIndexing = value },
        ["RayClusterNetworkPolicy"] = (gates, value) => gates with { RayClusterNetworkPolicy = value },
        ["GCSFaultToleranceEmbeddedStorage"] = (gates, value) => gates with { GcsFaultToleranceEmbeddedStorage = value },
        ["RayClusterHistoryServer"] = (gates, value) => gates with { RayClusterHistoryServer = value },
    };

    // Gates of kinds that this operator does not serve: whatever they say holds.
    private static readonly string[] s_ofOtherKinds = ["RayServiceIncrementalUpgrade", "RayCronJob", "SidecarSubmitterRestart"];

    // A cluster must not run without what its operator was told to give it.
    private static readonly string[] s_notAvailable = ["RayClusterMTLS", "KubernetesWAS"];

    /// <summary>What the option takes.</summary>
    public static string Allowed { get; } = $"name=true or name=false, separated by commas; names are {string.Join(", ", s_gates.Keys)}";

    /// <summary>Reads gates; those that are not named keep their value.</summary>
    /// <exception cref="FormatException">A name is unknown, or a value is not true or false.</exception>
    public static FeatureGates Read(FeatureGates gates, string text)
    {
        foreach (var pair in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            var name = parts[0];
            var value = parts.Length == 2
                ? OptionText.Truth(parts[1])
                : throw new FormatException($"'{pair}' has no value");
            if (s_gates.TryGetValue(name, out var set))
            {
                gates = set(gates, value);
            }
            else if (s_notAvailable.Contains(name, StringComparer.Ordinal))
            {
                _ = value ? throw new FormatException($"'{name}' is not available in this operator") : value;
            }
            else if (!s_ofOtherKinds.Contains(name, StringComparer.Ordinal))
            {
                throw new FormatException($"'{name}' is no feature gate");
            }
        }

        return gates;
    }
}
