namespace Kube.Generators.Model;

/// <summary>What a schema says to people and not to the server.</summary>
internal sealed record AnnotationModel
{
    public static AnnotationModel None { get; } = new();

    public string? Title { get; init; }

    /// <summary>Example value as JSON text; null for none.</summary>
    public string? Example { get; init; }

    /// <summary>Text that the documentation gives as an example; null for none. It is left out when it is no value.</summary>
    public string? DocumentedExample { get; init; }

    /// <summary>Address of further documentation; null for none.</summary>
    public string? DocsUrl { get; init; }

    public string? DocsDescription { get; init; }
}
