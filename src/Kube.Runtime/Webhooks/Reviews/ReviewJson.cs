using System.Text.Json.Serialization;

namespace Kube.Runtime.Webhooks.Reviews;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Review<AdmissionQuestion>), TypeInfoPropertyName = "AdmissionReview")]
[JsonSerializable(typeof(ReviewAnswer<AdmissionAnswer>), TypeInfoPropertyName = "AdmissionReviewAnswer")]
[JsonSerializable(typeof(Review<ConversionQuestion>), TypeInfoPropertyName = "ConversionReview")]
[JsonSerializable(typeof(ReviewAnswer<ConversionAnswer>), TypeInfoPropertyName = "ConversionReviewAnswer")]
[JsonSerializable(typeof(ReviewStatus))]
internal sealed partial class ReviewJson : JsonSerializerContext;
