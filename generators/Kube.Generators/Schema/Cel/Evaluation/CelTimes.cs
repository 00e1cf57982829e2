using System.Globalization;
using System.Text.RegularExpressions;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>Moments as RFC 3339 writes them, in upper case, from the year 1 to 9999, and dates.</summary>
internal static class CelTimes
{
    private const decimal NanosecondsPerTick = 100;
    private const decimal NanosecondsPerSecond = 1_000_000_000;

    private static readonly DateTimeOffset s_epoch = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Regex s_form = new(
        @"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:T(?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.(?<fraction>[0-9]+))?(?<zone>Z|[-+][0-9]{2}:[0-9]{2}))?$",
        RegexOptions.CultureInvariant);

    /// <summary>First and last moment, in nanoseconds since 1970.</summary>
    public static (decimal First, decimal Last) Range { get; } =
        (Since(DateTimeOffset.MinValue), Since(new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero)) + NanosecondsPerSecond - 1);

    /// <summary>The moment of a time, or with <paramref name="takesDate"/> of the beginning of a day; null when the text is none.</summary>
    public static CelTimeValue? Read(string text, bool takesDate = true)
    {
        var match = s_form.Match(text);
        var isDate = !match.Groups["zone"].Success;
        if (!match.Success || text.EndsWith("\n", StringComparison.Ordinal) || (isDate && !takesDate))
        {
            return null;
        }

        var zone = match.Groups["zone"].Value;
        var plain = match.Groups["date"].Value + "T" + (isDate ? "00:00:00" : match.Groups["time"].Value);
        if (!DateTime.TryParseExact(plain, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || Offset(isDate ? "Z" : zone) is not { } offset)
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value.PadRight(9, '0').Substring(0, 9);
        var moment = ((local.Ticks - s_epoch.Ticks) * NanosecondsPerTick) - (offset * 60 * NanosecondsPerSecond)
            + decimal.Parse(fraction, CultureInfo.InvariantCulture);
        return moment < Range.First || moment > Range.Last ? null : new(moment, offset == 0 && !isDate && zone == "Z");
    }

    /// <summary>The time as the server writes it; null when that depends on a zone.</summary>
    public static string? Write(CelTimeValue time)
    {
        if (!time.IsUtc)
        {
            return null;
        }

        var seconds = decimal.Floor(time.Nanoseconds / NanosecondsPerSecond);
        var fraction = (time.Nanoseconds - (seconds * NanosecondsPerSecond)).ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return s_epoch.AddTicks((long)(seconds * NanosecondsPerSecond / NanosecondsPerTick)).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
            + (fraction.Length == 0 ? "Z" : $".{fraction}Z");
    }

    /// <summary>Minutes that a zone is ahead.</summary>
    private static int? Offset(string zone)
    {
        if (zone == "Z")
        {
            return 0;
        }

        var hours = int.Parse(zone.Substring(1, 2), CultureInfo.InvariantCulture);
        var minutes = int.Parse(zone.Substring(4, 2), CultureInfo.InvariantCulture);
        return hours > 23 || minutes > 59 ? null : (zone[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
    }

    private static decimal Since(DateTimeOffset time) => (time.UtcTicks - s_epoch.UtcTicks) * NanosecondsPerTick;
}
