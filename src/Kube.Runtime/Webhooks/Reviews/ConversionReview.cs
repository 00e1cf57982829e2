using System.Text.Json;

namespace Kube.Runtime.Webhooks.Reviews;

/// <summary>Objects to convert, all to one version; each comes in a version of its own.</summary>
internal sealed record ConversionQuestion : IReviewQuestion
{
    public string? Uid { get; init; }

    public string? DesiredAPIVersion { get; init; }

    public IReadOnlyList<JsonElement>? Objects { get; init; }
}

/// <summary>The converted objects, in the order of the question; none when one of them cannot be converted.</summary>
internal sealed record ConversionAnswer
{
    public required string Uid { get; init; }

    public IReadOnlyList<JsonElement>? ConvertedObjects { get; init; }

    public required ReviewStatus Result { get; init; }
}
