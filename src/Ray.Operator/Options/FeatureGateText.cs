using System.Collections.Immutable;

namespace Ray.Operator.Options;

/// <summary>Reads feature gates: <c>name=true,other=false</c>, by KubeRay's names.</summary>
internal static class FeatureGateText
{
    /// <summary>The gates that change something here.</summary>
    public static ImmutableArray<Gate> All { get; } =
    [
        new("RayClusterStatusConditions", "Conditions in the status, and suspending that they drive.",
            gates => gates.RayClusterStatusConditions, (gates, value) => gates with { RayClusterStatusConditions = value }),
        new("RayJobDeletionPolicy", "Single worker groups may be suspended.",
            gates => gates.RayJobDeletionPolicy, (gates, value) => gates with { RayJobDeletionPolicy = value }),
        new("RayMultiHostIndexing", "Labels number replicas and hosts; the hosts of a replica live and die as one.",
            gates => gates.RayMultiHostIndexing, (gates, value) => gates with { RayMultiHostIndexing = value }),
        new("RayClusterNetworkPolicy", "`spec.networkPolicy` may be used.",
            gates => gates.RayClusterNetworkPolicy, (gates, value) => gates with { RayClusterNetworkPolicy = value }),
        new("GCSFaultToleranceEmbeddedStorage", "The head may keep its state in RocksDB on a volume of its own.",
            gates => gates.GcsFaultToleranceEmbeddedStorage,
            (gates, value) => gates with { GcsFaultToleranceEmbeddedStorage = value }),
        new("RayClusterHistoryServer", "`spec.historyServerOptions` may be used; no collector is started yet.",
            gates => gates.RayClusterHistoryServer, (gates, value) => gates with { RayClusterHistoryServer = value }),
    ];

    // Gates of kinds that this operator does not serve: whatever they say holds.
    private static readonly string[] s_ofOtherKinds = ["RayServiceIncrementalUpgrade", "RayCronJob", "SidecarSubmitterRestart"];

    // A cluster must not run without what its operator was told to give it.
    private static readonly string[] s_notAvailable = ["RayClusterMTLS", "KubernetesWAS"];

    /// <summary>What the option takes.</summary>
    public static string Allowed { get; } = $"name=true or name=false, separated by commas; names are {string.Join(", ", All.Select(gate => gate.Name))}";

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
            if (All.FirstOrDefault(gate => gate.Name == name) is { } known)
            {
                gates = known.Set(gates, value);
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

    /// <summary>One gate.</summary>
    /// <param name="Name">KubeRay's name of it.</param>
    /// <param name="Meaning">What it switches on: one sentence.</param>
    /// <param name="IsOn">Reads it.</param>
    /// <param name="Set">Sets it.</param>
    internal sealed record Gate(
        string Name, string Meaning, Func<FeatureGates, bool> IsOn, Func<FeatureGates, bool, FeatureGates> Set);
}
