namespace Kube.Generators.Model;

/// <summary>What a class says about the whole CustomResourceDefinition, which all versions share.</summary>
internal sealed record DefinitionModel
{
    public static DefinitionModel None { get; } = new();

    public EquatableArray<EntryModel> Annotations { get; init; }

    public EquatableArray<EntryModel> Labels { get; init; }

    /// <summary>How objects are converted between versions; null for not at all.</summary>
    public ConversionModel? Conversion { get; init; }
}

/// <summary>An annotation or label.</summary>
/// <param name="Key">Qualified name.</param>
/// <param name="Value">Value.</param>
/// <param name="Target">Where problems of it are shown.</param>
internal sealed record EntryModel(string Key, string Value, string Target);

/// <summary>The conversion webhook, as it is written.</summary>
internal sealed record ConversionModel
{
    public required string? ServiceNamespace { get; init; }

    public required string? ServiceName { get; init; }

    public required string? Path { get; init; }

    public required int Port { get; init; }

    public required string? Url { get; init; }

    public required string? CaBundle { get; init; }

    public required EquatableArray<string> ReviewVersions { get; init; }

    /// <summary>Whether the assembly says it: then it is meant for kinds with several versions only.</summary>
    public required bool IsOfAssembly { get; init; }

    /// <summary>Where problems of it are shown.</summary>
    public required string Target { get; init; }
}

/// <summary>A version that clients should leave.</summary>
/// <param name="Warning">What the server tells clients; null for its own words.</param>
internal sealed record DeprecationModel(string? Warning);
