using System.Text.Json.Serialization;

namespace Kube.Runtime.Webhooks.Reviews;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdmissionReview))]
[JsonSerializable(typeof(AdmissionReviewAnswer))]
[JsonSerializable(typeof(ConversionReview))]
[JsonSerializable(typeof(ConversionReviewAnswer))]
[JsonSerializable(typeof(ReviewStatus))]
internal sealed partial class ReviewJson : JsonSerializerContext;
