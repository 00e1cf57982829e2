using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kube;

/// <summary>
/// Reads any RFC 3339 time and writes UTC. Whole seconds print without a fraction, as Kubernetes' <c>Time</c> does; others print six
/// digits. Kinds with fields of the type <c>MicroTime</c> need <see cref="KubernetesMicroTimeConverter"/>.
/// </summary>
public sealed class KubernetesTimeConverter : JsonConverter<DateTime>
{
    /// <inheritdoc/>
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        KubernetesTime.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        KubernetesTime.Write(writer, value, FormatOf(value));

    /// <inheritdoc/>
    public override DateTime ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        KubernetesTime.Read(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        KubernetesTime.WriteName(writer, value, FormatOf(value));

    private static string FormatOf(DateTime value) =>
        value.Ticks % TimeSpan.TicksPerSecond == 0 ? KubernetesTime.Seconds : KubernetesTime.Microseconds;
}
