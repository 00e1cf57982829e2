namespace Kube.Generators.Model;

/// <summary>What the typed client of a kind depends on, and nothing else: an edited comment or validation rule prints no client again.</summary>
internal sealed record ClientModel(IdentityModel Identity, ClassModel Class)
{
    /// <summary>C# expression of the kind's source-generated JSON metadata.</summary>
    public required string JsonTypeInfo { get; init; }

    public required bool HasStatus { get; init; }

    public required bool HasScale { get; init; }

    /// <summary>Whether the type <c>XxxApply</c> is made.</summary>
    public required bool HasTwin { get; init; }
}
