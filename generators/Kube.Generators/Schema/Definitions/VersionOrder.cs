using System.Globalization;
using System.Text.RegularExpressions;

namespace Kube.Generators.Schema.Definitions;

/// <summary>
/// Sorts versions as the API server does: <c>v2</c>, <c>v1</c>, <c>v2beta1</c>, <c>v1beta1</c>, <c>v1alpha1</c>, and then by letters what does
/// not look like a version of Kubernetes. Clients prefer what comes first.
/// </summary>
internal sealed class VersionOrder : IComparer<string>
{
    private static readonly Regex s_version = new("^v([0-9]+)(?:(alpha|beta)([0-9]+))?$", RegexOptions.CultureInvariant);

    public static VersionOrder Instance { get; } = new();

    public static bool IsKubernetesLike(string version) => s_version.IsMatch(version);

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (left, right) = (s_version.Match(x ?? ""), s_version.Match(y ?? ""));
        return !left.Success || !right.Success
            ? left.Success != right.Success ? (left.Success ? -1 : 1) : string.CompareOrdinal(x, y)
            : Rank(right).CompareTo(Rank(left));
    }

    private static (int Stability, decimal Major, decimal Minor) Rank(Match match) =>
        (match.Groups[2].Value switch { "" => 2, "beta" => 1, _ => 0 }, Number(match.Groups[1]), Number(match.Groups[3]));

    private static decimal Number(Group digits) =>
        decimal.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
