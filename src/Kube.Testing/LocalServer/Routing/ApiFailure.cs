using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>A refusal, which becomes a <c>Status</c> object.</summary>
internal sealed class ApiFailure(int code, string reason, string message, JsonObject? details = null) : Exception(message)
{
    public int Code => code;

    public string Reason => reason;

    public static ApiFailure BadRequest(string message) => new(400, "BadRequest", message);

    public static ApiFailure UnknownResource() => new(404, "NotFound", "the server could not find the requested resource", []);

    public static ApiFailure MethodNotAllowed() => new(405, "MethodNotAllowed", "the server does not allow this method on the requested resource", []);

    public static ApiFailure UnsupportedMediaType(string accepted, bool isCustom) => new(
        415, "UnsupportedMediaType", $"the body of the request was in an unknown format - accepted media types include: {accepted}", isCustom ? null : []);

    public static ApiFailure NotFound(ApiResource resource, string name) =>
        new(404, "NotFound", $"{resource.QualifiedName} \"{name}\" not found", Details(resource, name));

    public static ApiFailure AlreadyExists(ApiResource resource, string name) =>
        new(409, "AlreadyExists", $"{resource.QualifiedName} \"{name}\" already exists", Details(resource, name));

    public static ApiFailure Conflict(ApiResource resource, string name, string reason) =>
        new(409, "Conflict", $"Operation cannot be fulfilled on {resource.QualifiedName} \"{name}\": {reason}", Details(resource, name));

    public static ApiFailure Modified(ApiResource resource, string name) =>
        Conflict(resource, name, "the object has been modified; please apply your changes to the latest version and try again");

    public static ApiFailure Forbidden(ApiResource resource, string name, string reason, JsonArray? causes = null)
    {
        var details = Details(resource, name);
        if (causes is not null)
        {
            details["causes"] = causes;
        }

        return new(403, "Forbidden", $"{resource.QualifiedName} \"{name}\" is forbidden: {reason}", details);
    }

    public static ApiFailure Expired(string message) => new(410, "Expired", message);

    /// <summary>The object is invalid, for one reason or several.</summary>
    public static ApiFailure Invalid(ApiResource resource, string name, params IReadOnlyList<SchemaProblem> problems)
    {
        var details = new JsonObject();
        if (name.Length > 0)
        {
            details["name"] = name;
        }

        if (resource.Group.Length > 0)
        {
            details["group"] = resource.Group;
        }

        details["kind"] = resource.Kind;
        details["causes"] = new JsonArray([.. problems.Select(problem => new JsonObject
        {
            ["reason"] = ReasonOf(problem),
            ["message"] = problem.Message,
            ["field"] = problem.Path,
        })]);
        var text = string.Join(", ", problems);
        var kind = resource.Group.Length == 0 ? resource.Kind : $"{resource.Kind}.{resource.Group}";
        return new(422, "Invalid", $"{kind} \"{name}\" is invalid: {(problems.Count == 1 ? text : $"[{text}]")}", details);
    }

    /// <summary>The answer's body.</summary>
    public JsonObject ToStatus()
    {
        var status = new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Failure",
            ["message"] = Message,
        };
        if (reason.Length > 0)
        {
            status["reason"] = reason;
        }

        if (details is not null)
        {
            status["details"] = details.DeepClone();
        }

        status["code"] = code;
        return status;
    }

    private static JsonObject Details(ApiResource resource, string name)
    {
        var details = new JsonObject { ["name"] = name };
        if (resource.Group.Length > 0)
        {
            details["group"] = resource.Group;
        }

        details["kind"] = resource.Plural;
        return details;
    }

    private static string ReasonOf(SchemaProblem problem) => problem.Kind switch
    {
        SchemaProblemKind.RequiredValue => "FieldValueRequired",
        SchemaProblemKind.UnsupportedValue => "FieldValueNotSupported",
        SchemaProblemKind.DuplicateValue => "FieldValueDuplicate",
        _ => problem.Message.StartsWith("Forbidden", StringComparison.Ordinal) ? "FieldValueForbidden" : "FieldValueInvalid",
    };
}
