namespace Kube.Generators.Model;

/// <summary>What a schema says to people and not to the server.</summary>
internal sealed record AnnotationModel
{
    public static AnnotationModel None { get; } = new();

    public string? Title { get; init; }

    /// <summary>Example value as JSON text; null for none.</summary>
    public string? Example { get; init; }

    /// <summary>Address of further documentation; null for none.</summary>
    public string? DocsUrl { get; init; }

    public string? DocsDescription { get; init; }
}
