using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using Kube.Runtime.Webhooks.Reviews;

namespace Kube.Runtime.Webhooks;

/// <summary>
/// Converts objects between the versions of a kind, as <c>spec.conversion</c> of its definition asks for. One version is the hub, best the
/// stored one; every other, a spoke, is converted by way of it. A spoke tells which functions do that; they must lose nothing: what the target
/// cannot say belongs into an annotation.
/// </summary>
/// <typeparam name="THub">Type of the hub.</typeparam>
/// <param name="path">Path of the requests, such as <c>/convert</c>.</param>
/// <param name="hub">The hub.</param>
/// <remarks>
/// Of the metadata a conversion may change labels and annotations alone; the API server refuses the rest, so it is put back here.
/// </remarks>
public sealed class ConversionWebhook<THub>(string path, ResourceType<THub> hub) : Webhook(path)
    where THub : class, IKubernetesObject<V1ObjectMeta>
{
    private static readonly string[] s_convertible = ["labels", "annotations"];

    private readonly Dictionary<string, VersionConversion<THub>> _versions = new(StringComparer.Ordinal)
    {
        [hub.Definition.ApiVersion] = new(
            json => json.Deserialize(hub.Json)!,
            value => JsonSerializer.SerializeToNode(value, hub.Json)!.AsObject()),
    };

    // The server converts whole lists in one request.
    internal override long MaxRequestBytes => 256 * 1024 * 1024;

    /// <summary>Adds a version.</summary>
    /// <typeparam name="TSpoke">Its type.</typeparam>
    /// <param name="spoke">The version.</param>
    /// <param name="toHub">Makes a hub of it. Pure; an exception fails the request with its message.</param>
    /// <param name="fromHub">Makes it of a hub. Pure; an exception fails the request with its message.</param>
    /// <exception cref="ArgumentException">The version is another kind's, or was added before.</exception>
    public ConversionWebhook<THub> Add<TSpoke>(ResourceType<TSpoke> spoke, Func<TSpoke, THub> toHub, Func<THub, TSpoke> fromHub)
        where TSpoke : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(spoke);
        ArgumentNullException.ThrowIfNull(toHub);
        ArgumentNullException.ThrowIfNull(fromHub);
        if (spoke.Definition.Group != hub.Definition.Group || spoke.Definition.Kind != hub.Definition.Kind)
        {
            throw new ArgumentException($"{spoke.Definition} is no version of {hub.Definition}.", nameof(spoke));
        }

        var conversion = new VersionConversion<THub>(
            json => toHub(json.Deserialize(spoke.Json)!),
            value => JsonSerializer.SerializeToNode(fromHub(value), spoke.Json)!.AsObject());
        return _versions.TryAdd(spoke.Definition.ApiVersion, conversion)
            ? this
            : throw new ArgumentException($"{spoke.Definition.ApiVersion} was added before.", nameof(spoke));
    }

    /// <summary>Adds a version with its conversion: the generated property <c>Conversion</c> of a class with <c>[ConversionHub]</c>.</summary>
    /// <typeparam name="TSpoke">Its type.</typeparam>
    /// <param name="conversion">The conversion.</param>
    /// <exception cref="ArgumentException">The version is another kind's, has another hub, or was added before.</exception>
    public ConversionWebhook<THub> Add<TSpoke>(LosslessConversion<TSpoke, THub> conversion)
        where TSpoke : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(conversion);
        return conversion.Hub.Definition == hub.Definition
            ? Add(conversion.Spoke, conversion.ToHub, conversion.FromHub)
            : throw new ArgumentException($"{conversion.Hub.Definition} is not the hub {hub.Definition}.", nameof(conversion));
    }

    internal override ValueTask<WebhookAnswer> AnswerAsync(JsonDocument review, CancellationToken cancellationToken)
    {
        var question = QuestionOf(review);
        var converted = new List<JsonElement>(question.Objects!.Count);
        foreach (var item in question.Objects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!TryConvert(item, question.DesiredAPIVersion!, out var result, out var problem, out var failure))
            {
                var status = ReviewStatus.Failure(HttpStatusCode.UnprocessableEntity, "Invalid", problem);
                return ValueTask.FromResult(AnswerOf(new() { Uid = question.Uid!, Result = status }, failure));
            }

            converted.Add(result);
        }

        return ValueTask.FromResult(AnswerOf(new() { Uid = question.Uid!, ConvertedObjects = converted, Result = ReviewStatus.Success }, null));
    }

    private static WebhookAnswer AnswerOf(ConversionAnswer answer, Exception? failure) =>
        new(ReviewEnvelope.Seal(answer, ReviewKind.Conversion, ReviewJson.Default.ConversionReviewAnswer), failure);

    private static ConversionQuestion QuestionOf(JsonDocument review)
    {
        var question = ReviewEnvelope.Open(review, ReviewKind.Conversion, ReviewJson.Default.ConversionReview);
        return question switch
        {
            { DesiredAPIVersion: null or "" } => throw new ReviewException("The request of the ConversionReview has no desiredAPIVersion."),
            { Objects: null } => throw new ReviewException("The request of the ConversionReview has no objects."),
            _ => question,
        };
    }

    private bool TryConvert(
        JsonElement item, string desired, out JsonElement result, [NotNullWhen(false)] out string? problem, out Exception? failure)
    {
        (result, problem, failure) = (default, null, null);
        if (!TryFind(item, out var version, out var source, out problem))
        {
            return false;
        }

        if (version == desired)
        {
            result = item;
            return true;
        }

        if (!_versions.TryGetValue(desired, out var target))
        {
            problem = $"{hub.Definition} has no version {desired}; it has {Known()}.";
            return false;
        }

        try
        {
            var converted = target.FromHub(source.ToHub(item));
            converted["apiVersion"] = desired;
            converted["kind"] = hub.Definition.Kind;
            KeepMetadata(item, converted);
            result = JsonSerializer.SerializeToElement(converted, PatchJson.Default.JsonObject);
            return true;
        }
        catch (Exception e)
        {
            var where = e is JsonException { Path: { Length: > 0 } path } ? $" at {path}" : "";
            problem = $"{NameOf(item)} cannot be converted from {version} to {desired}{where}: {e.Message}";
            failure = e is JsonException or NotSupportedException ? null : e;
            return false;
        }
    }

    private bool TryFind(
        JsonElement item,
        [NotNullWhen(true)] out string? version,
        [NotNullWhen(true)] out VersionConversion<THub>? source,
        [NotNullWhen(false)] out string? problem)
    {
        (version, source) = (null, null);
        if (item.ValueKind != JsonValueKind.Object || Text(item, "apiVersion") is not { } apiVersion)
        {
            problem = "An object of the ConversionReview has no apiVersion.";
            return false;
        }

        if (Text(item, "kind") is var kind && kind != hub.Definition.Kind)
        {
            problem = $"An object of the ConversionReview is a {kind ?? "value without a kind"}, no {hub.Definition.Kind}.";
            return false;
        }

        version = apiVersion;
        problem = _versions.TryGetValue(apiVersion, out source) ? null : $"{hub.Definition} has no version {apiVersion}; it has {Known()}.";
        return source is not null && problem is null;
    }

    private string Known() => string.Join(", ", _versions.Keys.Order(StringComparer.Ordinal));

    private static string? Text(JsonElement item, string member) =>
        item.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string NameOf(JsonElement item) =>
        item.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
            ? $"'{Text(metadata, "namespace")}/{Text(metadata, "name")}'"
            : "An object without metadata";

    private static void KeepMetadata(JsonElement item, JsonObject converted)
    {
        var metadata = item.TryGetProperty("metadata", out var given) && given.ValueKind == JsonValueKind.Object
            ? JsonObject.Create(given)!
            : [];
        foreach (var name in s_convertible)
        {
            metadata.Remove(name);
            if (converted["metadata"]?[name] is { } changed)
            {
                metadata[name] = changed.DeepClone();
            }
        }

        converted["metadata"] = metadata.DeepClone();
    }
}
