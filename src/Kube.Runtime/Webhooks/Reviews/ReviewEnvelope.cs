using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kube.Runtime.Webhooks.Reviews;

/// <summary>Takes questions out of their envelope, and puts answers into one.</summary>
internal static class ReviewEnvelope
{
    /// <summary>The question of a review.</summary>
    /// <exception cref="ReviewException">The document is no review of that kind, or its question has no uid.</exception>
    public static TQuestion Open<TQuestion>(JsonDocument document, ReviewKind kind, JsonTypeInfo<Review<TQuestion>> json)
        where TQuestion : class, IReviewQuestion
    {
        Review<TQuestion>? review;
        try
        {
            review = document.Deserialize(json);
        }
        catch (JsonException e)
        {
            throw new ReviewException($"The body is no {kind.Kind}: {e.Message}");
        }

        return review?.ApiVersion != kind.ApiVersion || review.Kind != kind.Kind
            ? throw new ReviewException(
                $"The body is a {review?.Kind ?? "value without a kind"} of {review?.ApiVersion ?? "no version"}; "
                + $"this path takes {kind.Kind} of {kind.ApiVersion}.")
            : review.Request switch
            {
                null => throw new ReviewException($"The {kind.Kind} has no request."),
                { Uid: null or "" } => throw new ReviewException($"The request of the {kind.Kind} has no uid."),
                var question => question,
            };
    }

    /// <summary>An answer as UTF-8 JSON.</summary>
    public static byte[] Seal<TAnswer>(TAnswer answer, ReviewKind kind, JsonTypeInfo<ReviewAnswer<TAnswer>> json) =>
        JsonSerializer.SerializeToUtf8Bytes(new(kind.ApiVersion, kind.Kind, answer), json);
}
