using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s.Models;
using Kube;

[assembly: DefaultGroup("everything.example.com")]
[assembly: ClientRegistration("Everything")]

namespace Demo.Everything;

/// <summary>A kind that uses every attribute at least once.</summary>
/// <remarks>
/// Its definition is the golden file everything.yaml; real API servers take it.
/// TODO: not for users.
/// ---
/// Nor is this.
/// </remarks>
[KubernetesEntity(ApiVersion = "v1", Kind = "Everything", PluralName = "everythings")]
[CustomResource(ShortNames = ["evt"], Categories = ["all"], JsonContext = typeof(EverythingJson))]
[DefinitionAnnotation("example.com/owner", "a: 'team' #1")]
[DefinitionLabel("example.com/tier", "gold")]
[ConversionWebhook(ServiceNamespace = "system", ServiceName = "converter", Path = "/convert")]
[AllowBreakingChange(".spec.text", Justification = "Nothing was released yet.")]
[PrinterColumn("Age", ".metadata.creationTimestamp", Type = PrinterColumnType.Date)]
[Rbac<V1Pod>(RbacVerbs.List, RbacVerbs.Watch)]
[Rbac(RbacVerbs.Get, Urls = ["/metrics"])]
public sealed partial record Everything : CustomResource<EverythingSpec, EverythingStatus>;

/// <summary>What is wanted.</summary>
[AtMostOneOf(nameof(Left), nameof(Right))]
[CelRule("self.few.size() <= self.many", Message = "more than many")]
public sealed record EverythingSpec
{
    /// <summary>Must be set; see <see cref="Size"/> and <c>yes</c>.</summary>
    [Title("A text"), StringLength(40, MinimumLength = 1), RegularExpression("[a-z][a-z0-9-]*"), Immutable, Selectable]
    public string Text { get; set; } = null!;

    /// <summary>Number of things: # 12, "quoted", <see langword="null"/>.</summary>
    /// <example>3</example>
    /// <seealso href="https://example.com/size">All about sizes</seealso>
    [Scale, Range(0, 100), PrinterColumn("Size")]
    public int Size { get; set; } = 1;

    /// <summary>true</summary>
    [Minimum(-5), Maximum(50, IsExclusive = true), MultipleOf(5)]
    public long Many { get; set; } = 10;

    /// <summary>2024-01-31</summary>
    [MinItems(1), MaxItems(5), Items(MinLength = 1, MaxLength = 20, Pattern = "[a-z]+")]
    public IList<string> Few { get; set; } = ["a", "b"];

    /// <summary>- not a list, 0o17 not a number</summary>
    [MinProperties(0), MaxProperties(8)]
    public IDictionary<string, string> Labels { get; set; } = new Dictionary<string, string> { ["app"] = "x: 'y' #z" };

    /// <summary>*starred &amp; anchored, a	tab, a line separator&#x2028;and &#x1F600;.</summary>
    [Required, Default("\"blue\""), AllowedValues("red", "blue")]
    public string? Colour { get; set; }

    /// <summary>Modes: <list type="bullet"><item>fast</item><item>slow</item></list></summary>
    [DisplayName("Mode")]
    public Mode Mode { get; set; } = Mode.VeryFast;

    [Nullable]
    public string? Note { get; set; }

    [MinLength(1), MaxLength(9)]
    public string Name { get; set; } = "a\nb";

    [Length(1, 3)]
    public int[] Numbers { get; set; } = [1, 2];

    [EmailAddress]
    public string? Mail { get; set; }

    [Url, ExternalDocs("https://example.com", Description = "A page")]
    public string? Page { get; set; }

    [Base64String]
    public string? Data { get; set; }

    [Format("ipv4"), Example("\"10.0.0.1\"")]
    public string? Address { get; set; }

    [ListType(ListKind.Set), MaxItems(4)]
    public IList<int>? Ports { get; set; }

    /// <inheritdoc cref="Disk"/>
    [MaxItems(4)]
    public IList<Disk>? Disks { get; set; }

    [Atomic]
    public Choice? Choice { get; set; }

    [PreserveUnknownFields]
    public Choice? Loose { get; set; }

    [EmbeddedResource]
    public JsonObject? Any { get; set; }

    public ResourceQuantity Memory { get; set; } = "1Gi";

    public IntOrString Port { get; set; } = 8080;

    public Disk Root { get; set; } = new() { Name = "root" };

    public Limits Limits { get; set; } = new();

    [Schema("""{"type":"string","pattern":"^[0-9]+x[0-9]+$"}"""), Example("\"3x4\"")]
    public object? Shape { get; set; }

    [Schemaless]
    public Limits? Unchecked { get; set; }

    public Duration? Grace { get; set; }

    public Target? Target { get; set; }

    public V1LabelSelector? Selector { get; set; }

    public string? Left { get; set; }

    public string? Right { get; set; }
}

/// <summary>Space for data.</summary>
public sealed record Disk
{
    [ListMapKey, StringLength(63)]
    public string Name { get; set; } = null!;

    /// <summary>How much.</summary>
    public ResourceQuantity Size { get; set; } = "10Gi";
}

/// <summary>Either this or that, or something else.</summary>
[ExactlyOneOf(nameof(This), nameof(That), Message = "this or that")]
[AtLeastOneOf(nameof(That), nameof(Other))]
public sealed record Choice
{
    public string? This { get; set; }

    public string? That { get; set; }

    public string? Other { get; set; }
}

/// <param name="Cpu">Share of a processor.</param>
/// <param name="IsHard">Whether it is enforced.</param>
public sealed record Limits(double Cpu = 0.5, bool IsHard = false);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Bucket), "bucket")]
[JsonDerivedType(typeof(Volume), "volume")]
public abstract record Target;

public sealed record Bucket(string Name) : Target;

public sealed record Volume(string Claim, [property: Minimum(1)] byte? Copies) : Target;

[JsonConverter(typeof(JsonStringEnumConverter<Mode>))]
public enum Mode
{
    Slow,

    [JsonStringEnumMemberName("very-fast")]
    VeryFast,
}

/// <summary>What was observed.</summary>
public sealed record EverythingStatus
{
    [Scale]
    public int? Replicas { get; set; }

    [Scale]
    public string? Selector { get; set; }

    [PrinterColumn("State")]
    public string? State { get; set; }
}

/// <summary>The version before.</summary>
[KubernetesEntity(ApiVersion = "v1alpha1", Kind = "Everything", PluralName = "everythings")]
[CustomResource(ShortNames = ["evt"], Categories = ["all"], JsonContext = typeof(EverythingJson), Storage = false, Served = false)]
[ConversionHub<Everything>(typeof(EverythingMapping))]
public sealed partial record OldEverything : CustomResource<OldEverythingSpec, EverythingStatus>;

/// <summary>What was wanted.</summary>
public sealed record OldEverythingSpec
{
    [Scale]
    public int Size { get; set; } = 1;

    [HubField("spec.name")]
    public string? Title { get; set; }

    [NotInHub]
    public int? Verbosity { get; set; }
}

internal static class EverythingMapping
{
    public static Everything ToHub(OldEverything spoke) => new() { Metadata = spoke.Metadata, Spec = new() { Size = spoke.Spec?.Size ?? 1, Name = spoke.Spec?.Title ?? "a" }, Status = spoke.Status };

    public static OldEverything FromHub(Everything hub) => new() { Metadata = hub.Metadata, Spec = new() { Size = hub.Spec?.Size ?? 1, Title = hub.Spec?.Name }, Status = hub.Status };
}

[JsonSerializable(typeof(Everything))]
[JsonSerializable(typeof(OldEverything))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class EverythingJson : JsonSerializerContext;
