namespace Kube.Generators.Model;

/// <summary>What the attributes of a property or a type say about its values. The rules of the schema check it.</summary>
internal sealed record ValidationModel
{
    public static ValidationModel None { get; } = new();

    /// <summary><c>[Required]</c>, <c>required</c>, or a non-nullable value without an initialiser.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A JSON null is a value.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Server-side apply replaces the object or map as a whole.</summary>
    public bool IsAtomic { get; init; }

    /// <summary>The property is one of the paths of the scale subresource.</summary>
    public bool IsScale { get; init; }

    /// <summary>The server keeps what the schema does not name.</summary>
    public bool PreservesUnknownFields { get; init; }

    /// <summary>Default value as JSON text; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>Allowed values as JSON texts; null for no restriction.</summary>
    public EquatableArray<string>? AllowedValues { get; init; }

    public BoundModel? Minimum { get; init; }

    public BoundModel? Maximum { get; init; }

    public LengthModel? Length { get; init; }

    /// <summary>Regular expression that the whole value matches.</summary>
    public string? Pattern { get; init; }

    public ListTopologyModel? ListTopology { get; init; }

    /// <summary>The value is a multiple of this number, as a JSON number; null for any.</summary>
    public string? MultipleOf { get; init; }

    /// <summary>Format that was asked for; null for that of the type.</summary>
    public string? Format { get; init; }

    /// <summary>What holds for the items of a list or the values of a map; null for nothing.</summary>
    public ValidationModel? Items { get; init; }

    /// <summary>The property is a key of lists of its type.</summary>
    public bool IsListMapKey { get; init; }

    /// <summary>Objects can be selected by the property.</summary>
    public bool IsSelectable { get; init; }

    /// <summary>The value is a whole object of Kubernetes.</summary>
    public bool IsEmbeddedResource { get; init; }

    /// <summary>What the server answers when the property is changed or removed; null when it may be.</summary>
    public string? ImmutableMessage { get; init; }

    /// <summary>Columns that show the property.</summary>
    public EquatableArray<PrinterColumnModel> Columns { get; init; }

    /// <summary>Properties of a type that exclude each other.</summary>
    public EquatableArray<OneOfModel> Groups { get; init; }

    /// <summary>Title, example and the like.</summary>
    public AnnotationModel Annotations { get; init; } = AnnotationModel.None;

    /// <summary>Attributes that a schema cannot say, such as <c>Compare</c>.</summary>
    public EquatableArray<string> Inexpressible { get; init; }

    /// <summary>Rules in the Common Expression Language, in the order of their attributes.</summary>
    public EquatableArray<CelRuleModel> Rules { get; init; }
}

/// <summary>A bound of a number.</summary>
/// <param name="Value">The bound as a JSON number.</param>
/// <param name="IsExclusive">Whether the bound itself is refused.</param>
internal sealed record BoundModel(string Value, bool IsExclusive);

/// <summary>Bounds of the length of a text, list or map; null for no bound.</summary>
internal sealed record LengthModel(int? Minimum, int? Maximum)
{
    /// <summary>What is counted, <c>Items</c> or <c>Properties</c>, when an attribute says so; null for what suits the type.</summary>
    public string? Counted { get; init; }
}

/// <summary>How a list merges.</summary>
/// <param name="Kind"><c>atomic</c>, <c>set</c> or <c>map</c>.</param>
/// <param name="Keys">C# names of the key properties.</param>
internal sealed record ListTopologyModel(string Kind, EquatableArray<string> Keys);
