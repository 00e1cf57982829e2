using System.Globalization;
using System.Text.RegularExpressions;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>Durations as Go writes them: <c>1h30m</c>, <c>-1.5s</c>, <c>0</c>. They have 64 bits of nanoseconds, about 292 years.</summary>
internal static class CelDurations
{
    private static readonly Regex s_form = new(
        @"^(?<sign>[-+]?)(?:0|(?:(?<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?<unit>ns|us|µs|μs|ms|s|m|h))+)$", RegexOptions.CultureInvariant);

    /// <summary>The duration; null when the text is none, or it is too long.</summary>
    public static CelDurationValue? Read(string text)
    {
        var match = s_form.Match(text);
        if (!match.Success || text.EndsWith("\n", StringComparison.Ordinal))
        {
            return null;
        }

        var sum = 0m;
        var units = match.Groups["unit"].Captures;
        for (var i = 0; i < units.Count; i++)
        {
            if (!decimal.TryParse(match.Groups["number"].Captures[i].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                || number > long.MaxValue)
            {
                return null;
            }

            sum += decimal.Truncate(number * Nanoseconds(units[i].Value));
        }

        sum = match.Groups["sign"].Value == "-" ? -sum : sum;
        return sum < long.MinValue || sum > long.MaxValue ? null : new((long)sum);
    }

    private static decimal Nanoseconds(string unit) => unit switch
    {
        "ns" => 1,
        "ms" => 1_000_000,
        "s" => 1_000_000_000,
        "m" => 60_000_000_000,
        "h" => 3_600_000_000_000,
        _ => 1_000,
    };
}
