using System.Text.Json;

namespace Kube.Runtime.Webhooks.Reviews;

/// <summary>The envelope of conversion, <c>apiextensions.k8s.io/v1</c>, with a question.</summary>
internal sealed record ConversionReview
{
    public const string V1 = "apiextensions.k8s.io/v1";
    public const string KindName = "ConversionReview";

    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public ConversionQuestion? Request { get; init; }
}

/// <summary>The envelope on its way back. A type of its own: servers send an empty answer along with the question.</summary>
internal sealed record ConversionReviewAnswer(string ApiVersion, string Kind, ConversionAnswer Response);

/// <summary>Objects to convert, all to one version; each comes in a version of its own.</summary>
internal sealed record ConversionQuestion
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
