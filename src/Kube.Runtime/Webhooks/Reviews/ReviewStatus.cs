using System.Net;

namespace Kube.Runtime.Webhooks.Reviews;

/// <summary>The <c>Status</c> that the API server shows to its callers. Not the model class, whose helper properties would be written too.</summary>
internal sealed record ReviewStatus
{
    public static ReviewStatus Success { get; } = new() { Status = "Success" };

    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public required string Status { get; init; }

    public int? Code { get; init; }

    public string? Reason { get; init; }

    public string? Message { get; init; }

    public ReviewStatusDetails? Details { get; init; }

    public static ReviewStatus Failure(HttpStatusCode code, string reason, string message, ReviewStatusDetails? details = null) => new()
    {
        ApiVersion = "v1",
        Kind = "Status",
        Status = "Failure",
        Code = (int)code,
        Reason = reason,
        Message = message,
        Details = details,
    };
}

/// <summary>The object, by which <c>kubectl</c> begins what it prints, and the fields at fault.</summary>
internal sealed record ReviewStatusDetails(string Group, string Kind, string Name, IReadOnlyList<ApiErrorCause> Causes);
