using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using Kube.Runtime.Client.Decoding;
using Kube.Runtime.Webhooks.Reviews;

namespace Kube.Runtime.Webhooks;

/// <summary>What validating and mutating webhooks share: reading the question, asking the reviewer, writing the answer.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
public abstract class AdmissionWebhook<T> : Webhook
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly IAdmissionReviewer<T> _reviewer;

    private protected AdmissionWebhook(string path, ResourceType<T> type, IAdmissionReviewer<T> reviewer)
        : base(path)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(reviewer);
        Type = type;
        _reviewer = reviewer;
    }

    /// <summary>The kind. Register the webhook for this version of it: the API server converts others when its match policy is Equivalent.</summary>
    public ResourceType<T> Type { get; }

    // An object of etcd's limit of 1.5 MiB, twice, with room for what JSON escapes; controller-runtime draws the same line.
    internal sealed override long MaxRequestBytes => 7 * 1024 * 1024;

    internal sealed override async ValueTask<WebhookAnswer> AnswerAsync(JsonDocument review, CancellationToken cancellationToken)
    {
        var question = ReviewEnvelope.Open(review, ReviewKind.Admission, ReviewJson.Default.AdmissionReview);
        var (decision, patch, failure) = await DecideAsync(question, cancellationToken).ConfigureAwait(false);
        var answer = new AdmissionAnswer
        {
            Uid = question.Uid!,
            Allowed = decision.IsAllowed,
            Warnings = decision.Warnings.Count == 0 ? null : decision.Warnings,
            Status = decision.IsAllowed
                ? null
                : ReviewStatus.Failure(decision.Code, decision.Reason, decision.Message, DetailsOf(question.Name, decision.Causes)),
            Patch = patch,
            PatchType = patch is null ? null : "JSONPatch",
        };
        return new(ReviewEnvelope.Seal(answer, ReviewKind.Admission, ReviewJson.Default.AdmissionReviewAnswer), failure);
    }

    /// <summary>The patch that the reviewer's changes amount to; null for none.</summary>
    /// <param name="sent">The object as the server sent it.</param>
    /// <param name="before">The object as the type read it.</param>
    /// <param name="after">The object as the reviewer left it.</param>
    private protected abstract JsonArray? PatchOf(JsonElement sent, JsonObject before, JsonObject after);

    private ReviewStatusDetails? DetailsOf(string? name, IReadOnlyList<ApiErrorCause> causes) =>
        causes.Count == 0 ? null : new(Type.Definition.Group, Type.Definition.Kind, name ?? "", causes);

    private async ValueTask<(AdmissionDecision Decision, byte[]? Patch, Exception? Failure)> DecideAsync(
        AdmissionQuestion question, CancellationToken cancellationToken)
    {
        AdmissionRequest<T> request;
        try
        {
            request = RequestOf(question);
        }
        catch (Exception e) when (BadData.Is(e))
        {
            if (MayStayUnreadable(question))
            {
                return (AdmissionDecision.Allow($"{Path} cannot read the {Type.Definition.Kind} and has not judged it: {e.Message.ReplaceLineEndings(" ")}"), null, null);
            }

            var where = e is JsonException { Path: { Length: > 0 } path } ? $" at {path}" : "";
            return (AdmissionDecision.Unreadable($"The object is no {Type.Definition.Kind} of {Type.Definition.ApiVersion}{where}: {e.Message}"), null, null);
        }

        try
        {
            var before = request.Object is null ? null : JsonOf(request.Object);
            var decision = await _reviewer.ReviewAsync(request, cancellationToken).ConfigureAwait(false);
            var patch = decision.IsAllowed && before is not null ? PatchOf(question.Object!.Value, before, JsonOf(request.Object!)) : null;
            return (decision, patch is null ? null : JsonSerializer.SerializeToUtf8Bytes(patch, PatchJson.Default.JsonArray), null);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return (AdmissionDecision.Failed($"The webhook {Path} failed: {e.Message}"), null, e);
        }
    }

    private AdmissionRequest<T> RequestOf(AdmissionQuestion question) => new()
    {
        Operation = question.Operation switch
        {
            "CREATE" => AdmissionOperation.Create,
            "UPDATE" => AdmissionOperation.Update,
            "DELETE" => AdmissionOperation.Delete,
            "CONNECT" => AdmissionOperation.Connect,
            var other => throw new ReviewException($"The operation '{other}' of the AdmissionReview is none of CREATE, UPDATE, DELETE and CONNECT."),
        },
        Object = Read(question.Object),
        OldObject = TryRead(question.OldObject, out var old) ? old : null,
        Name = question.Name ?? "",
        Namespace = question.Namespace ?? "",
        Subresource = question.SubResource ?? "",
        RequestedVersion = question.RequestKind?.Version ?? Type.Definition.Version,
        User = question.UserInfo is { } user ? new(user.Username ?? "", user.Groups ?? []) : AdmissionUser.Unknown,
        IsDryRun = question.DryRun ?? false,
    };

    // What is stored already must be mended and go whatever it holds: nobody would get rid of it otherwise.
    private bool MayStayUnreadable(AdmissionQuestion question) =>
        question is { Operation: "UPDATE", Object: { } changed, OldObject: not null } && (IsLeaving(changed) || !TryRead(question.OldObject, out _));

    private static bool IsLeaving(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("metadata", out var metadata)
        && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("deletionTimestamp", out var timestamp)
        && timestamp.ValueKind == JsonValueKind.String;

    private bool TryRead(JsonElement? json, out T? value)
    {
        try
        {
            value = Read(json);
            return true;
        }
        catch (Exception e) when (BadData.Is(e))
        {
            value = null;
            return false;
        }
    }

    private T? Read(JsonElement? json) =>
        json is { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined } value ? value.Deserialize(Type.Json) : null;

    private JsonObject JsonOf(T value) => (JsonObject)JsonSerializer.SerializeToNode(value, Type.Json)!;
}
