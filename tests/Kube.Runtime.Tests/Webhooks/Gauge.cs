using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace Kube.Runtime.Tests.Webhooks;

/// <summary>The newer version of a kind whose conversion is generated: the hub, which is stored.</summary>
[KubernetesEntity(Group = "webhooks.example.com", ApiVersion = "v1", Kind = "Gauge", PluralName = "gauges")]
[CustomResource(JsonContext = typeof(GaugeJson))]
[ConversionWebhook(Url = "https://127.0.0.1:9443/convert")]
public sealed partial record Gauge : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = "webhooks.example.com/v1";

    public string Kind { get; set; } = "Gauge";

    public V1ObjectMeta Metadata { get; set; } = new();

    public GaugeSpec? Spec { get; set; }
}

public sealed record GaugeSpec
{
    public int? Size { get; set; }

    public string? Color { get; set; }
}

/// <summary>The older version: the size under another name, no color, and a note that the hub does not know.</summary>
[KubernetesEntity(Group = "webhooks.example.com", ApiVersion = "v1alpha1", Kind = "Gauge", PluralName = "gauges")]
[CustomResource(Storage = false, JsonContext = typeof(GaugeJson))]
[ConversionHub<Gauge>(typeof(GaugeMapping))]
public sealed partial record OldGauge : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = "webhooks.example.com/v1alpha1";

    public string Kind { get; set; } = "Gauge";

    public V1ObjectMeta Metadata { get; set; } = new();

    public OldGaugeSpec? Spec { get; set; }
}

public sealed record OldGaugeSpec
{
    [HubField("spec.size")]
    public int? Extent { get; set; }

    [NotInHub]
    public string? Note { get; set; }
}

/// <summary>What both versions can say.</summary>
internal static class GaugeMapping
{
    public static Gauge ToHub(OldGauge spoke) => new() { Metadata = spoke.Metadata, Spec = new() { Size = spoke.Spec?.Extent } };

    public static OldGauge FromHub(Gauge hub) => new() { Metadata = hub.Metadata, Spec = new() { Extent = hub.Spec?.Size } };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Gauge))]
[JsonSerializable(typeof(OldGauge))]
public sealed partial class GaugeJson : JsonSerializerContext;
