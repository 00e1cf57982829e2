using System.Globalization;

namespace Ray.Operator.RayClusters.Desired.Resources;

/// <summary>
/// Reads quantities such as <c>500m</c> or <c>4Gi</c> that the API server has not checked. Unlike the client's own parser it never throws,
/// and an absurd exponent costs nothing.
/// </summary>
internal static class QuantityText
{
    private static readonly (string Suffix, decimal Factor)[] s_suffixes =
    [
        ("Ki", 1024m), ("Mi", 1048576m), ("Gi", 1073741824m),
        ("Ti", 1099511627776m), ("Pi", 1125899906842624m), ("Ei", 1152921504606846976m),
        ("n", 0.000000001m), ("u", 0.000001m), ("m", 0.001m),
        ("k", 1e3m), ("M", 1e6m), ("G", 1e9m), ("T", 1e12m), ("P", 1e15m), ("E", 1e18m),
    ];

    /// <summary>The value; null when the text is no quantity or too large to count.</summary>
    public static decimal? Read(string? text)
    {
        var (number, factor) = Split((text ?? "").Trim());
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(number, Style, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return factor <= 1 || Math.Abs(value) <= decimal.MaxValue / factor ? value * factor : null;
    }

    /// <summary>The number as <c>ray start</c> takes it: whole, rounded up.</summary>
    public static string WholeUp(decimal value) => decimal.Ceiling(value).ToString("0", CultureInfo.InvariantCulture);

    private static (string Number, decimal Factor) Split(string text)
    {
        foreach (var (suffix, factor) in s_suffixes)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal))
            {
                return (text[..^suffix.Length], factor);
            }
        }

        return (text, 1);
    }
}
