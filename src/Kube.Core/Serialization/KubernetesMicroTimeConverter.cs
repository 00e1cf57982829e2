using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kube;

/// <summary>
/// Reads any RFC 3339 time and writes UTC with six digits of a second, always: an API server refuses a <c>MicroTime</c> with fewer. Its
/// plain <c>Time</c> accepts the fraction.
/// </summary>
public sealed class KubernetesMicroTimeConverter : JsonConverter<DateTime>
{
    /// <inheritdoc/>
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        KubernetesTime.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        KubernetesTime.Write(writer, value, KubernetesTime.Microseconds);
}
