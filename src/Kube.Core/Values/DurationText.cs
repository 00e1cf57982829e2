using System.Globalization;
using System.Text;

namespace Kube;

/// <summary>The text forms of durations: Go's, both ways, and ISO 8601's, to be read.</summary>
internal static class DurationText
{
    private const long Microsecond = 1_000;
    private const long Millisecond = 1_000_000;
    private const long Second = 1_000_000_000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;

    // Longer texts are no durations, whatever they contain; so that messages stay short and no number is endless.
    private const int LongestText = 64;

    private static readonly Dictionary<string, long> s_go = new(StringComparer.Ordinal)
    {
        ["ns"] = 1,
        ["us"] = Microsecond,
        ["µs"] = Microsecond,
        ["μs"] = Microsecond,
        ["ms"] = Millisecond,
        ["s"] = Second,
        ["m"] = Minute,
        ["h"] = Hour,
    };

    private static readonly Dictionary<char, long> s_isoDates = new() { ['W'] = 7 * 24 * Hour, ['D'] = 24 * Hour };
    private static readonly Dictionary<char, long> s_isoTimes = new() { ['H'] = Hour, ['M'] = Minute, ['S'] = Second };

    /// <summary>Reads either form; the answer says what is wrong, and is null when nothing is.</summary>
    public static string? Read(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        if (text.Length > LongestText)
        {
            return $"A duration of {text.Length} characters is too long.";
        }

        var sign = text.StartsWith('-') ? -1 : 1;
        var rest = text.AsSpan(text.Length > 0 && text[0] is '-' or '+' ? 1 : 0);
        var problem = rest.StartsWith("P") ? ReadIso(rest[1..], out var total) : ReadGo(rest, out total);
        if (problem is not null)
        {
            return $"'{text}' is no duration: {problem}";
        }

        total *= sign;
        if (total < long.MinValue || total > long.MaxValue)
        {
            return $"'{text}' is no duration: it is longer than 292 years.";
        }

        nanoseconds = (long)total;
        return null;
    }

    private static string? ReadGo(ReadOnlySpan<char> rest, out Int128 total)
    {
        const string Remedy = "write numbers with units, such as 1h30m, 1.5s or 20ms, or PT1H30M.";
        total = 0;
        if (rest is "0")
        {
            return null;
        }

        do
        {
            if (!TakeNumber(ref rest, ".", out var whole, out var fraction))
            {
                return Remedy;
            }

            var length = rest.IndexOfAnyInRange('0', '9') is >= 0 and var next ? next : rest.Length;
            length = rest[..length].IndexOf('.') is >= 0 and var dot ? dot : length;
            if (!s_go.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(rest[..length], out var unit))
            {
                return Remedy;
            }

            rest = rest[length..];
            total += Scale(whole, fraction, unit);
        }
        while (rest.Length > 0);

        return null;
    }

    private static string? ReadIso(ReadOnlySpan<char> rest, out Int128 total)
    {
        const string Remedy = "ISO 8601 has weeks, days, T, hours, minutes and seconds in this order, such as P1DT2H or PT1.5S.";
        total = 0;
        var (units, isTime, order) = (s_isoDates, false, "WDHMS");
        if (rest.Length == 0 || rest is "T")
        {
            return Remedy;
        }

        while (rest.Length > 0)
        {
            if (!isTime && rest[0] == 'T' && rest.Length > 1)
            {
                (units, isTime, order) = (s_isoTimes, true, order[^Math.Min(order.Length, 3)..]);
                rest = rest[1..];
            }

            if (!TakeNumber(ref rest, ".,", out var whole, out var fraction) || rest.Length == 0)
            {
                return Remedy;
            }

            if (!units.TryGetValue(rest[0], out var unit))
            {
                return rest[0] is 'Y' or 'M' ? "years and months have no fixed length; write days." : Remedy;
            }

            // A unit stands once, behind greater ones, and only the last has a fraction.
            var place = order.IndexOf(rest[0], StringComparison.Ordinal);
            if (place < 0 || (fraction.Length > 0 && rest.Length > 1))
            {
                return Remedy;
            }

            order = order[(place + 1)..];
            rest = rest[1..];
            total += Scale(whole, fraction, unit);
        }

        return null;
    }

    /// <summary>Takes digits, and a fraction behind a point; at least one digit in all.</summary>
    private static bool TakeNumber(ref ReadOnlySpan<char> rest, string points, out ReadOnlySpan<char> whole, out ReadOnlySpan<char> fraction)
    {
        whole = TakeDigits(ref rest);
        fraction = default;
        if (rest.Length > 0 && points.Contains(rest[0], StringComparison.Ordinal))
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
        }

        return whole.Length + fraction.Length > 0;
    }

    private static ReadOnlySpan<char> TakeDigits(ref ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : rest.Length;
        var digits = rest[..length];
        rest = rest[length..];
        return digits;
    }

    /// <summary>A number of units in nanoseconds, towards zero. More digits than any duration has end at a number that is out of range.</summary>
    private static Int128 Scale(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, long unit)
    {
        const int MostDigits = 20;
        whole = whole.TrimStart('0');
        var units = whole.Length > MostDigits ? Int128.MaxValue / s_isoDates['W'] / LongestText : Number(whole);
        fraction = fraction[..Math.Min(fraction.Length, MostDigits / 2)];
        var divisor = (Int128)1;
        for (var i = 0; i < fraction.Length; i++)
        {
            divisor *= 10;
        }

        return (units * unit) + (Number(fraction) * unit / divisor);
    }

    private static Int128 Number(ReadOnlySpan<char> digits) =>
        digits.Length == 0 ? 0 : Int128.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Writes what Go's <c>Duration.String</c> does: the largest unit that fits below a second, hours to seconds above.</summary>
    public static string Write(long nanoseconds)
    {
        var rest = UInt128.CreateTruncating(Int128.Abs(nanoseconds));
        if (rest == 0)
        {
            return "0s";
        }

        var text = new StringBuilder(nanoseconds < 0 ? "-" : "");
        if (rest < Second)
        {
            var (unit, name) = rest < Microsecond ? (1L, "ns") : rest < Millisecond ? (Microsecond, "µs") : (Millisecond, "ms");
            return AppendNumber(text, (ulong)rest, unit).Append(name).ToString();
        }

        var (hours, minutes) = ((ulong)(rest / Hour), (ulong)(rest % Hour / Minute));
        _ = hours > 0 ? text.Append(CultureInfo.InvariantCulture, $"{hours}h{minutes}m") : minutes > 0 ? text.Append(CultureInfo.InvariantCulture, $"{minutes}m") : text;
        return AppendNumber(text, (ulong)(rest % Minute), Second).Append('s').ToString();
    }

    private static StringBuilder AppendNumber(StringBuilder text, ulong value, long unit)
    {
        text.Append(CultureInfo.InvariantCulture, $"{value / (ulong)unit}");
        var (fraction, digits) = (value % (ulong)unit, unit.ToString(CultureInfo.InvariantCulture).Length - 1);
        return fraction == 0
            ? text
            : text.Append('.').Append(fraction.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0').TrimEnd('0'));
    }
}
