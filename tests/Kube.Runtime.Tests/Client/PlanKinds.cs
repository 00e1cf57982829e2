using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s.Models;

namespace Kube.Runtime.Tests.Client;

/// <summary>Members of every sort that users may have: those that plans read, and those that stay with the serializer.</summary>
public sealed class Assortment
{
    public string? Text { get; set; }

    public bool Truth { get; set; }

    public bool? MaybeTruth { get; set; }

    public int Number { get; set; }

    public int? MaybeNumber { get; set; }

    public long Long { get; set; }

    public double Double { get; set; }

    public decimal? Money { get; set; }

    public DateTime Time { get; set; }

    public DateTime? MaybeTime { get; set; }

    public TimeSpan? Duration { get; set; }

    public Guid Id { get; set; }

    public byte[]? Bytes { get; set; }

    public ResourceQuantity? Quantity { get; set; }

    public IntOrString? Port { get; set; }

    public Shade Shade { get; set; }

    public object? Any { get; set; }

    public JsonElement? Element { get; set; }

    public JsonNode? Node { get; set; }

    public IList<string?>? Texts { get; set; }

    public List<int>? Numbers { get; set; }

    public int?[]? Array { get; set; }

    public HashSet<string>? Set { get; set; }

    public ImmutableArray<string>? Fixed { get; set; }

    public IReadOnlyList<Branch>? ReadOnly { get; set; }

    public IList<IList<long>>? Nested { get; set; }

    public IDictionary<string, string>? Map { get; set; }

    public Dictionary<string, Branch>? Branches { get; set; }

    public SortedDictionary<string, int?>? Sorted { get; set; }

    public Dictionary<int, string>? ByNumber { get; set; }

    public Branch? Branch { get; set; }

    public Strict? Strict { get; set; }

    public Frozen? Frozen { get; set; }

    public Leaf Leaf { get; set; }

    public Leaf? MaybeLeaf { get; set; }

    public Open? Open { get; set; }

    public Animal? Animal { get; set; }

    public Own? Own { get; set; }

    [JsonPropertyName("ünusual name")]
    public string? Renamed { get; set; }

    [JsonIgnore]
    public string? Ignored { get; set; }

    public string? ReadOnlyText => Text;
}

[JsonConverter(typeof(JsonStringEnumConverter<Shade>))]
public enum Shade
{
    Dark,
    Light,
}

/// <summary>Contains itself.</summary>
public sealed class Branch
{
    public string? Name { get; set; }

    public IList<Branch>? Twigs { get; set; }
}

/// <summary>With a member that must be there.</summary>
public sealed class Strict
{
    [JsonRequired]
    public string? Needed { get; set; }

    [JsonRequired]
    public int AlsoNeeded { get; set; }

    public string? Other { get; set; }
}

/// <summary>Made whole by the serializer only.</summary>
public sealed record Frozen(string? First)
{
    public required string Second { get; init; }
}

public struct Leaf
{
    public int Veins { get; set; }
}

/// <summary>Keeps what it does not know.</summary>
public sealed class Open
{
    public string? Known { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }
}

[JsonDerivedType(typeof(Dog), "dog")]
public class Animal
{
    public string? Name { get; set; }
}

public sealed class Dog : Animal
{
    public int Bones { get; set; }
}

/// <summary>With converters and number handling of its own.</summary>
public sealed class Own
{
    [JsonConverter(typeof(Backwards))]
    public string? Text { get; set; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int Number { get; set; }
}

public sealed class Backwards : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? string.Concat(text.Reverse()) : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Concat(value.Reverse()));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(KubernetesTimeConverter), typeof(QuantityConverter)])]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Assortment))]
public sealed partial class AssortmentJson : JsonSerializerContext;
