using System.Globalization;
using System.Text.RegularExpressions;

namespace Kube.Testing;

/// <summary>Orders versions of an API by how much they promise: v2, v1, v1beta2, v1alpha1, and then all other names.</summary>
internal sealed partial class VersionOrder : IComparer<string>
{
    public static VersionOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (Rank(x ?? ""), Rank(y ?? ""));
        return a.CompareTo(b) is not 0 and var order ? order : string.CompareOrdinal(y, x);
    }

    private static (int Stability, int Major, int Minor) Rank(string version)
    {
        if (Shape().Match(version) is not { Success: true } match)
        {
            return (0, 0, 0);
        }

        var stability = match.Groups[2].Value switch { "" => 3, "beta" => 2, _ => 1 };
        return (stability, Number(match.Groups[1]), Number(match.Groups[3]));
    }

    private static int Number(Group digits) => int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^v([0-9]+)(?:(alpha|beta)([0-9]+))?\z")]
    private static partial Regex Shape();
}
