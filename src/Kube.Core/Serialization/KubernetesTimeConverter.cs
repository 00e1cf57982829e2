using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kube;

/// <summary>
/// Reads any RFC 3339 time and writes UTC. Whole seconds print without a fraction, as Kubernetes' <c>Time</c> does; others print six
/// digits, as its <c>MicroTime</c> demands.
/// </summary>
public sealed class KubernetesTimeConverter : JsonConverter<DateTime>
{
    /// <inheritdoc/>
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime
            : throw new JsonException($"'{text}' is not an RFC 3339 time.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        // A DateTime of unspecified kind is taken for UTC: guessing a local zone would change the instant from machine to machine.
        var utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value;
        var format = utc.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
        writer.WriteStringValue(utc.ToString(format, CultureInfo.InvariantCulture));
    }
}
