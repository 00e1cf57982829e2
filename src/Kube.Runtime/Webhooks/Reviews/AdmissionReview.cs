using System.Text.Json;

namespace Kube.Runtime.Webhooks.Reviews;

/// <summary>The question of an <c>AdmissionReview</c>: one object, in the version that the webhook is registered for.</summary>
internal sealed record AdmissionQuestion : IReviewQuestion
{
    public string? Uid { get; init; }

    public string? Operation { get; init; }

    public string? Name { get; init; }

    public string? Namespace { get; init; }

    public string? SubResource { get; init; }

    public RequestedKind? RequestKind { get; init; }

    public ReviewUser? UserInfo { get; init; }

    public bool? DryRun { get; init; }

    public JsonElement? Object { get; init; }

    public JsonElement? OldObject { get; init; }
}

/// <summary>What the caller named, before the server converted it to what the webhook is registered for.</summary>
internal sealed record RequestedKind
{
    public string? Version { get; init; }
}

/// <summary>Who asks.</summary>
internal sealed record ReviewUser
{
    public string? Username { get; init; }

    public IReadOnlyList<string>? Groups { get; init; }
}

/// <summary>The answer.</summary>
internal sealed record AdmissionAnswer
{
    public required string Uid { get; init; }

    public required bool Allowed { get; init; }

    public ReviewStatus? Status { get; init; }

    public IReadOnlyList<string>? Warnings { get; init; }

    public byte[]? Patch { get; init; }

    public string? PatchType { get; init; }
}
