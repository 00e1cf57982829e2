using System.Text.Json;
using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace Kube.Runtime.Tests.RealCluster;

/// <summary>A kind of the tests' own, with everything that a client can meet: status, scale, list map, bounds.</summary>
[KubernetesEntity(Group = "tests.example.com", ApiVersion = "v1", Kind = "Widget", PluralName = "widgets")]
[CustomResource(JsonContext = typeof(WidgetJson))]
public sealed partial record Widget : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = "tests.example.com/v1";

    public string Kind { get; set; } = "Widget";

    public V1ObjectMeta Metadata { get; set; } = new();

    public WidgetSpec? Spec { get; set; }

    public WidgetStatus? Status { get; set; }
}

public sealed record WidgetSpec
{
    [Scale]
    public int? Replicas { get; set; }

    [Selectable]
    public string? Color { get; set; }

    [Selectable]
    [Maximum(10)]
    public int? Size { get; set; }

    [Selectable]
    public bool? Paused { get; set; }

    [ListType(ListKind.Map, nameof(WidgetPart.Name))]
    public IList<WidgetPart>? Parts { get; set; }
}

public sealed record WidgetPart
{
    public required string Name { get; set; }

    public int? Weight { get; set; }
}

public sealed record WidgetStatus
{
    [Scale]
    public int? Replicas { get; set; }

    [Scale]
    public string? Selector { get; set; }

    [Selectable]
    public string? Phase { get; set; }

    public int? Writes { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(KubernetesTimeConverter), typeof(QuantityConverter)])]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Widget))]
public sealed partial class WidgetJson : JsonSerializerContext;
