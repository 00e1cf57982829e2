namespace Kube.Generators.Model;

/// <summary>What the typed client of a kind depends on, and nothing else: an edited comment or validation rule prints no client again.</summary>
internal sealed record ClientModel(IdentityModel Identity, ClassModel Class)
{
    /// <summary>C# expression of the kind's source-generated JSON metadata.</summary>
    public required string JsonTypeInfo { get; init; }

    public required bool HasStatus { get; init; }

    public required bool HasScale { get; init; }

    /// <summary>Whether the types <c>XxxApply</c>, <c>XxxContent</c> and <c>XxxFields</c> are made.</summary>
    public required bool HasTwin { get; init; }

    /// <summary>The fields by which the server can select objects.</summary>
    public required EquatableArray<FieldModel> Fields { get; init; }
}

/// <summary>A field by which the server can select objects.</summary>
/// <param name="Name">C# name.</param>
/// <param name="Path">Path without leading dot.</param>
/// <param name="Type">C# type of the value.</param>
internal sealed record FieldModel(string Name, string Path, string Type);
