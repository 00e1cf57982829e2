using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Kube;

/// <summary>
/// A length of time as Kubernetes writes it: <c>1h30m0s</c>. What JSON makes of a <see cref="TimeSpan"/>, <c>01:30:00</c>, no server and no
/// tool of Kubernetes reads. As in Go, it counts nanoseconds in 64 bits: about 292 years in both directions.
/// </summary>
/// <remarks>
/// Reads Go's form, such as <c>1h30m</c>, <c>1.5s</c>, <c>-20ms</c> or <c>0</c>, and ISO 8601's, such as <c>PT1H30M</c> or <c>P1DT12H</c>, but
/// for years and months, which have no fixed length. Writes Go's form. The schema of a property of this type is a string of the format
/// <c>duration</c>, with a pattern that lets those forms pass which the API server understands as this type does: of ISO's, whole
/// hours, minutes and seconds. In rules it is a duration, which compares: <c>self.timeout &lt; duration('1h')</c>.
/// </remarks>
/// <param name="Nanoseconds">Nanoseconds; negative for a time that goes back.</param>
[JsonConverter(typeof(DurationConverter))]
public readonly record struct Duration(long Nanoseconds) : IComparable<Duration>
{
    private const long NanosecondsPerTick = 100;

    /// <summary>No time at all.</summary>
    public static Duration Zero { get; }

    /// <summary>Reads a duration.</summary>
    /// <param name="text">Go's form or ISO 8601's.</param>
    /// <exception cref="FormatException">The text is neither, or too long a time; the message says what is wrong.</exception>
    public static Duration Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DurationText.Read(text, out var nanoseconds) is { } problem ? throw new FormatException(problem) : new(nanoseconds);
    }

    /// <summary>Reads a duration.</summary>
    /// <param name="text">Go's form or ISO 8601's.</param>
    /// <param name="value">The duration; zero when the text is none.</param>
    /// <returns>Whether the text is a duration.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Duration value)
    {
        long nanoseconds = 0;
        var isDuration = text is not null && DurationText.Read(text, out nanoseconds) is null;
        value = new(isDuration ? nanoseconds : 0);
        return isDuration;
    }

    /// <summary>The same time.</summary>
    /// <param name="time">A time of less than about 292 years.</param>
    /// <exception cref="OverflowException">The time is longer.</exception>
    public static Duration FromTimeSpan(TimeSpan time) => new(checked(time.Ticks * NanosecondsPerTick));

    /// <summary>The same time, towards zero to the next 100 nanoseconds, of which a <see cref="TimeSpan"/> is made.</summary>
    public TimeSpan ToTimeSpan() => new(Nanoseconds / NanosecondsPerTick);

    /// <inheritdoc/>
    public int CompareTo(Duration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Go's form, such as <c>1h30m0s</c>.</summary>
    public override string ToString() => DurationText.Write(Nanoseconds);

    /// <summary>Whether a time is shorter than another.</summary>
    public static bool operator <(Duration left, Duration right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>Whether a time is longer than another.</summary>
    public static bool operator >(Duration left, Duration right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>Whether a time is not longer than another.</summary>
    public static bool operator <=(Duration left, Duration right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>Whether a time is not shorter than another.</summary>
    public static bool operator >=(Duration left, Duration right) => left.Nanoseconds >= right.Nanoseconds;
}
