namespace Kube.Generators.Model;

/// <summary>What the build says about schemas.</summary>
/// <param name="LongestDescription">Greatest length of a description; null for any.</param>
/// <param name="Unreadable">Text of the property that should be that number and is none; null when all is well.</param>
internal sealed record SchemaSettings(int? LongestDescription, string? Unreadable)
{
    /// <summary>Whether floating-point numbers are meant.</summary>
    public bool AllowsFractions { get; init; }

    public static SchemaSettings Default { get; } = new(null, null);
}
