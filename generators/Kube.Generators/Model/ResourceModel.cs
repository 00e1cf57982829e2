namespace Kube.Generators.Model;

/// <summary>All that is known of one kind in one version. Has no positions, so that moving code about changes nothing.</summary>
internal sealed record ResourceModel
{
    public required IdentityModel Identity { get; init; }

    public required ClassModel Class { get; init; }

    /// <summary>C# expression of the kind's source-generated JSON metadata.</summary>
    public required string JsonTypeInfo { get; init; }

    public required bool IsStorage { get; init; }

    public required bool IsServed { get; init; }

    public required bool HasStatus { get; init; }

    public required EquatableArray<PrinterColumnModel> PrinterColumns { get; init; }

    /// <summary>Changes that may break a released definition.</summary>
    public EquatableArray<AllowedChangeModel> AllowedChanges { get; init; }

    /// <summary>Whether clients should leave this version; null for no.</summary>
    public DeprecationModel? Deprecation { get; init; }

    /// <summary>What the class says about the definition as a whole.</summary>
    public DefinitionModel Definition { get; init; } = DefinitionModel.None;

    /// <summary>The version by way of which this one is converted; null when none is named.</summary>
    public HubModel? Hub { get; init; }

    /// <summary>False when something in the types could not be read; clients are made all the same, but no definition.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The objects that the kind consists of, by id; the kind itself has the id <see cref="ClassModel.FullName"/>.</summary>
    public required EquatableArray<ObjectModel> Types { get; init; }

    /// <summary>The same types as generated code sees them.</summary>
    public required EquatableArray<ShapeModel> Shapes { get; init; }
}

/// <summary>What the API server calls the kind.</summary>
internal sealed record IdentityModel(string Group, string Version, string Kind, string Plural)
{
    public required string Singular { get; init; }

    public required EquatableArray<string> ShortNames { get; init; }

    public required EquatableArray<string> Categories { get; init; }

    public required bool IsNamespaced { get; init; }
}

/// <summary>The C# class of the kind.</summary>
/// <param name="Namespace">Namespace; empty for the global one.</param>
/// <param name="Name">Name without namespace.</param>
/// <param name="Keyword"><c>class</c> or <c>record</c>.</param>
/// <param name="IsPublic">Whether other assemblies see it.</param>
internal sealed record ClassModel(string Namespace, string Name, string Keyword, bool IsPublic)
{
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}

/// <summary>A column of <c>kubectl get</c>.</summary>
/// <param name="Name">Heading.</param>
/// <param name="JsonPath">Path of the value.</param>
/// <param name="Type">Type as the API server names it; null means derived from the property.</param>
/// <param name="Priority">0 prints always.</param>
/// <param name="Description">Description; null for none.</param>
/// <param name="Target">Where problems of the column are shown.</param>
internal sealed record PrinterColumnModel(string Name, string JsonPath, string? Type, int Priority, string? Description, string Target)
{
    /// <summary>Format as it is written; null for none.</summary>
    public string? Format { get; init; }
}
