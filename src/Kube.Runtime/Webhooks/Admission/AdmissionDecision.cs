using System.Net;

namespace Kube.Runtime.Webhooks;

/// <summary>What a webhook says to a request.</summary>
public sealed record AdmissionDecision
{
    private AdmissionDecision()
    {
    }

    /// <summary>Whether the request may go on.</summary>
    public bool IsAllowed { get; private init; }

    /// <summary>
    /// Warnings that the caller sees, allowed or not, as <c>kubectl</c> prints them. Servers cut those over 256 characters, and drop what is over
    /// 4,096 characters in all. Shown since Kubernetes 1.19.
    /// </summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>HTTP status code of a refusal.</summary>
    public HttpStatusCode Code { get; private init; } = HttpStatusCode.OK;

    /// <summary>Machine-readable reason of a refusal, such as <c>Invalid</c>; empty when allowed.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Why the request is refused, for people; empty when allowed.</summary>
    public string Message { get; private init; } = "";

    /// <summary>The fields at fault.</summary>
    public IReadOnlyList<ApiErrorCause> Causes { get; private init; } = [];

    /// <summary>The request may go on.</summary>
    /// <param name="warnings">Warnings for the caller.</param>
    public static AdmissionDecision Allow(params IReadOnlyList<string> warnings) => new() { IsAllowed = true, Warnings = warnings };

    /// <summary>The caller may not do this: 403 with reason <c>Forbidden</c>.</summary>
    /// <param name="message">Why.</param>
    public static AdmissionDecision Forbid(string message) =>
        new() { Code = HttpStatusCode.Forbidden, Reason = "Forbidden", Message = message };

    /// <summary>The object breaks rules: 422 with reason <c>Invalid</c>, and a cause for each field, as the API server itself answers.</summary>
    /// <param name="message">What is wrong, in one line.</param>
    /// <param name="causes">The fields at fault.</param>
    /// <param name="warnings">Warnings for the caller besides.</param>
    public static AdmissionDecision Invalid(string message, IReadOnlyList<ApiErrorCause> causes, params IReadOnlyList<string> warnings) =>
        new() { Code = HttpStatusCode.UnprocessableEntity, Reason = "Invalid", Message = message, Causes = causes, Warnings = warnings };

    internal static AdmissionDecision Unreadable(string message) =>
        new() { Code = HttpStatusCode.BadRequest, Reason = "BadRequest", Message = message };

    internal static AdmissionDecision Failed(string message) =>
        new() { Code = HttpStatusCode.InternalServerError, Reason = "InternalError", Message = message };
}
