using System.Text.Json;

namespace Kube;

/// <summary>One place of a schema. Filled once by <see cref="SchemaParser"/>, never changed afterwards.</summary>
internal sealed class SchemaNode
{
    private static readonly Dictionary<string, SchemaNode> s_noProperties = [];

    /// <summary>What is allowed to be anything, and described by nothing: values of a map with <c>additionalProperties: true</c>.</summary>
    public static SchemaNode Unstated { get; } = new() { IsNullable = true };

    public string Type { get; set; } = "";

    public string Format { get; set; } = "";

    public bool IsNullable { get; set; }

    public bool IsIntOrString { get; set; }

    public bool PreservesUnknown { get; set; }

    public bool IsEmbeddedResource { get; set; }

    public bool HasRules { get; set; }

    /// <summary>Undefined when there is none. Not a node: nodes are read lazily, which is no work for two threads at once.</summary>
    public JsonElement Default { get; set; }

    public IReadOnlyList<JsonElement> Enum { get; set; } = [];

    public double? Maximum { get; set; }

    public double? Minimum { get; set; }

    public bool IsMaximumExclusive { get; set; }

    public bool IsMinimumExclusive { get; set; }

    public double? MultipleOf { get; set; }

    public long? MaxLength { get; set; }

    public long? MinLength { get; set; }

    public Re2Pattern? Pattern { get; set; }

    public long? MaxItems { get; set; }

    public long? MinItems { get; set; }

    public bool HasUniqueItems { get; set; }

    public string ListType { get; set; } = "";

    public IReadOnlyList<string> ListKeys { get; set; } = [];

    public SchemaNode? Items { get; set; }

    public Dictionary<string, SchemaNode> Properties { get; set; } = s_noProperties;

    public SchemaNode? AdditionalProperties { get; set; }

    public bool ForbidsOtherProperties { get; set; }

    public IReadOnlyList<string> Required { get; set; } = [];

    public long? MaxProperties { get; set; }

    public long? MinProperties { get; set; }

    public IReadOnlyList<SchemaNode> AllOf { get; set; } = [];

    public IReadOnlyList<SchemaNode> AnyOf { get; set; } = [];

    public IReadOnlyList<SchemaNode> OneOf { get; set; } = [];

    public SchemaNode? Not { get; set; }

    public bool HasDefault => Default.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public bool HasJunctors => AllOf.Count + AnyOf.Count + OneOf.Count > 0 || Not is not null;

    /// <summary>Whether a null here is no value at all: servers drop it, or put the default in its place.</summary>
    public bool DropsNull => !IsNullable;
}
