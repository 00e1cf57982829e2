namespace Kube.Generators.Model;

/// <summary>What a version says of its hub: the version by way of which it is converted.</summary>
/// <param name="Class">Full name of the hub's class.</param>
/// <param name="Type">The class as generated code names it.</param>
internal sealed record HubModel(string Class, string Type)
{
    /// <summary>What maps between the two; null for functions that the user registers.</summary>
    public required MappingModel? Mapping { get; init; }

    /// <summary>Key of the annotation as it is written; null for the default.</summary>
    public required string? Annotation { get; init; }

    /// <summary>A member of the version's class that has the name of one to be generated; null for none.</summary>
    public required string? TakenName { get; init; }

    /// <summary>Where problems are shown.</summary>
    public required string Target { get; init; }
}

/// <summary>The type with the mapping functions.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Type">The type as generated code names it.</param>
/// <param name="Missing">Signatures of the functions that it lacks.</param>
internal sealed record MappingModel(string Name, string Type, EquatableArray<string> Missing);

/// <summary>What becomes of a property in the hub.</summary>
/// <param name="Path">Where the mapping puts it; null for nowhere.</param>
/// <param name="IsAbsent">Whether the hub cannot say it.</param>
internal sealed record HubFieldModel(string? Path, bool IsAbsent);
