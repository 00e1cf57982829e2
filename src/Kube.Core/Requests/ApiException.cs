using System.Net;

namespace Kube;

/// <summary>A request that did not succeed: refused by the server, not answered, or answered unreadably.</summary>
public sealed class ApiException : Exception
{
    /// <summary>Creates the exception for an answer of the server.</summary>
    /// <param name="code">HTTP status code; 0 when there was no answer.</param>
    /// <param name="reason">Machine-readable reason of the <c>Status</c> object, such as <c>NotFound</c>; empty when absent.</param>
    /// <param name="message">What went wrong, where, and how to mend it if that is known.</param>
    /// <param name="inner">The transport's own exception, if any.</param>
    public ApiException(HttpStatusCode code, string reason, string message, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Reason = reason;
    }

    /// <summary>HTTP status code; 0 when the server gave no answer.</summary>
    public HttpStatusCode Code { get; }

    /// <summary>Reason of the server's <c>Status</c>, such as <c>AlreadyExists</c>; empty when there was none.</summary>
    public string Reason { get; }

    /// <summary>Field paths and messages of an invalid object; empty for other errors.</summary>
    public IReadOnlyList<ApiErrorCause> Causes { get; init; } = [];

    /// <summary>How long the server asks callers to wait before they try again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Set when the token of a page has expired: a token to go on with from there, at the newest state instead of the list's; else empty.
    /// </summary>
    public string Continue { get; init; } = "";

    /// <summary>404: no such object, or no such resource.</summary>
    public bool IsNotFound => Code == HttpStatusCode.NotFound;

    /// <summary>404 because the server does not serve the resource: its CustomResourceDefinition is missing, or its version.</summary>
    public bool IsUnknownResource { get; init; }

    /// <summary>409 with reason <c>Conflict</c>: the object changed since it was read, or another field manager owns a field.</summary>
    public bool IsConflict => Code == HttpStatusCode.Conflict && Reason != "AlreadyExists";

    /// <summary>409 with reason <c>AlreadyExists</c>.</summary>
    public bool IsAlreadyExists => Code == HttpStatusCode.Conflict && Reason == "AlreadyExists";

    /// <summary>410: the resource version is too old; list again.</summary>
    public bool IsExpired => Code == HttpStatusCode.Gone || Reason is "Expired" or "Gone";

    /// <summary>422: the object breaks a validation rule; trying again without a change is useless.</summary>
    public bool IsInvalid => Code == HttpStatusCode.UnprocessableEntity;

    /// <summary>403: the caller lacks a permission, or a quota or admission rule forbids it.</summary>
    public bool IsForbidden => Code == HttpStatusCode.Forbidden;

    /// <summary>403 because the namespace is being deleted: nothing can be created in it any more.</summary>
    public bool IsNamespaceTerminating => IsForbidden && Causes.Any(cause => cause.Reason == "NamespaceTerminating");

    /// <summary>401: the server does not accept the credentials.</summary>
    public bool IsUnauthorized => Code == HttpStatusCode.Unauthorized;

    /// <summary>429: too many requests, or a disruption budget forbids an eviction for now. <see cref="RetryAfter"/> says when to try again.</summary>
    public bool IsTooManyRequests => Code == HttpStatusCode.TooManyRequests;

    /// <summary>The server was not reached, or the connection broke before its answer was whole: whether a write took place is not known.</summary>
    public bool IsUnanswered => Code == 0;
}

/// <summary>One cause of a refused request.</summary>
/// <param name="Field">Path of the field, such as <c>spec.containers[0].image</c>; may be empty.</param>
/// <param name="Reason">Machine-readable reason.</param>
/// <param name="Message">Message for people.</param>
public sealed record ApiErrorCause(string Field, string Reason, string Message);
