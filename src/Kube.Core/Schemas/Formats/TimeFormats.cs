using System.Globalization;
using System.Text.RegularExpressions;

namespace Kube;

/// <summary>Dates, moments and durations, as Go's libraries read them.</summary>
internal static partial class TimeFormats
{
    private static readonly string[] s_units = ["ns", "us", "µs", "ms", "s", "m", "h", "hr", "d", "w", "wk"];
    private static readonly string[] s_unitPrefixes = ["nano", "micro", "milli", "sec", "min", "hour", "day", "week"];

    public static bool IsDate(string text) => Date().Match(text) is { Success: true } date
        && Number(date, 2) is >= 1 and <= 12 and var month
        && Number(date, 3) is >= 1 and var day
        // Go has a year 0, .NET has not; it is a leap year, as 400 is.
        && day <= DateTime.DaysInMonth(Number(date, 1) is > 0 and var year ? year : 400, month);

    /// <summary>RFC 3339, somewhat wider: what follows a second T is not looked at.</summary>
    public static bool IsDateTime(string text) => text.ToLowerInvariant().Split('t') is [var date, var time, ..]
        && IsDate(date)
        && Time().Match(time) is { Success: true } clock
        && Number(clock, 1) <= 23 && Number(clock, 2) <= 59 && Number(clock, 3) <= 59;

    /// <summary>Go's <c>1h30m</c>, and any text with a number before a word for a unit, such as <c>5 minutes</c>.</summary>
    public static bool IsDuration(string text)
    {
        if (DurationText.Read(text, out _) is null)
        {
            return true;
        }

        var isDuration = false;
        foreach (Match part in Quantity().Matches(text))
        {
            if (!long.TryParse(part.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                return false;
            }

            var unit = part.Groups[2].Value.ToLowerInvariant();
            isDuration |= s_units.Contains(unit) || s_unitPrefixes.Any(prefix => unit.StartsWith(prefix, StringComparison.Ordinal));
        }

        return isDuration;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{2})-([0-9]{2})\z")]
    private static partial Regex Date();

    [GeneratedRegex(@"^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Time();

    [GeneratedRegex(@"([0-9]+)[\t\n\f\r ]*([A-Za-zµ]+)")]
    private static partial Regex Quantity();
}
