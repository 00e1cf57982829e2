using System.Globalization;
using System.Text.Json;

namespace Kube;

/// <summary>The text form of times in the Kubernetes API.</summary>
internal static class KubernetesTime
{
    public const string Seconds = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public const string Microseconds = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static DateTime Read(ref Utf8JsonReader reader)
    {
        // Of a key the reader gives the text just as of a value.
        var text = reader.GetString();
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime
            : throw new JsonException($"'{text}' is not an RFC 3339 time.");
    }

    public static void Write(Utf8JsonWriter writer, DateTime value, string format) => writer.WriteStringValue(Text(value, format));

    public static void WriteName(Utf8JsonWriter writer, DateTime value, string format) => writer.WritePropertyName(Text(value, format));

    private static string Text(DateTime value, string format)
    {
        // A DateTime of unspecified kind is taken for UTC: guessing a local zone would change the instant from machine to machine.
        var utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value;
        return utc.ToString(format, CultureInfo.InvariantCulture);
    }
}
