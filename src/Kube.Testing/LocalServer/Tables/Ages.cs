using System.Globalization;

namespace Kube.Testing;

/// <summary>Ages as people read them: the two largest units at most, such as <c>3d4h</c>.</summary>
internal static class Ages
{
    public static string Since(string moment, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var then))
        {
            return "<unknown>";
        }

        var age = now - then;
        var (seconds, minutes, hours, days) = ((long)age.TotalSeconds, (long)age.TotalMinutes, (long)age.TotalHours, (long)age.TotalDays);
        return seconds switch
        {
            < 0 => "0s",
            < 120 => $"{seconds}s",
            < 600 => With(minutes, "m", seconds - (minutes * 60), "s"),
            < 10_800 => $"{minutes}m",
            < 28_800 => With(hours, "h", minutes - (hours * 60), "m"),
            < 172_800 => $"{hours}h",
            < 691_200 => With(days, "d", hours - (days * 24), "h"),
            < 63_072_000 => $"{days}d",
            < 252_288_000 => With(days / 365, "y", days % 365, "d"),
            _ => $"{days / 365}y",
        };
    }

    private static string With(long large, string unit, long rest, string smaller) => rest == 0 ? $"{large}{unit}" : $"{large}{unit}{rest}{smaller}";
}
