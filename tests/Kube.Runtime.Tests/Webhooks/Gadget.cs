using System.Text.Json.Serialization;
using k8s;
using k8s.Models;
using Kube.Runtime.Webhooks;

namespace Kube.Runtime.Tests.Webhooks;

/// <summary>The newer version of a kind with two versions: the hub, which is stored.</summary>
[KubernetesEntity(Group = "webhooks.example.com", ApiVersion = "v1", Kind = "Gadget", PluralName = "gadgets")]
[CustomResource(JsonContext = typeof(GadgetJson))]
[ConversionWebhook(Url = "https://127.0.0.1:9443/convert")]
public sealed partial record Gadget : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = "webhooks.example.com/v1";

    public string Kind { get; set; } = "Gadget";

    public V1ObjectMeta Metadata { get; set; } = new();

    public GadgetSpec? Spec { get; set; }
}

public sealed record GadgetSpec
{
    public int? Size { get; set; }

    public string? Color { get; set; }
}

/// <summary>The older version: a size with its unit, and no color.</summary>
[KubernetesEntity(Group = "webhooks.example.com", ApiVersion = "v1alpha1", Kind = "Gadget", PluralName = "gadgets")]
[CustomResource(Storage = false, JsonContext = typeof(GadgetJson))]
[ConversionHub<Gadget>]
public sealed partial record OldGadget : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = "webhooks.example.com/v1alpha1";

    public string Kind { get; set; } = "Gadget";

    public V1ObjectMeta Metadata { get; set; } = new();

    public OldGadgetSpec? Spec { get; set; }
}

public sealed record OldGadgetSpec
{
    public string? Extent { get; set; }
}

[JsonSerializable(typeof(Gadget))]
[JsonSerializable(typeof(OldGadget))]
public sealed partial class GadgetJson : JsonSerializerContext;

/// <summary>Both ways between the versions; the color waits in an annotation.</summary>
internal static class GadgetConversion
{
    private const string ColorAnnotation = "webhooks.example.com/color";

    public static ConversionWebhook<Gadget> Webhook(string path = "/convert") =>
        new ConversionWebhook<Gadget>(path, Gadget.ResourceType).Add(OldGadget.ResourceType, ToHub, FromHub);

    public static Gadget ToHub(OldGadget old)
    {
        var annotations = new Dictionary<string, string>(old.Metadata.Annotations ?? new Dictionary<string, string>());
        annotations.Remove(ColorAnnotation, out var color);
        return new()
        {
            Metadata = new() { Name = "the conversion does not decide about names", Labels = old.Metadata.Labels, Annotations = annotations },
            Spec = new() { Size = old.Spec?.Extent is { } extent ? int.Parse(extent.TrimEnd('m')) : null, Color = color },
        };
    }

    public static OldGadget FromHub(Gadget hub)
    {
        var annotations = new Dictionary<string, string>(hub.Metadata.Annotations ?? new Dictionary<string, string>());
        if (hub.Spec?.Color is { } color)
        {
            annotations[ColorAnnotation] = color;
        }

        return new()
        {
            Metadata = new() { Labels = hub.Metadata.Labels, Annotations = annotations },
            Spec = new() { Extent = hub.Spec?.Size is { } size ? $"{size}m" : null },
        };
    }
}
