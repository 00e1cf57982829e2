using System.Text.RegularExpressions;

namespace Kube.Testing;

/// <summary>What names of objects look like.</summary>
internal static partial class NameRules
{
    private const string Subdomain =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric "
        + "character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    private const string Label =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character "
        + "(e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

    private const string ServiceLabel =
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric "
        + "character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";

    /// <summary>Why a name is none; null when it is one.</summary>
    public static SchemaProblem? Check(ApiResource resource, string name)
    {
        if (name.Length == 0)
        {
            return new("metadata.name", SchemaProblemKind.RequiredValue, "Required value: name or generateName is required");
        }

        var reason = (resource.Group, resource.Plural) switch
        {
            ("rbac.authorization.k8s.io", _) => name is "." or ".." || name.Contains('/', StringComparison.Ordinal) || name.Contains('%', StringComparison.Ordinal)
                ? "may not contain '/' or '%'" : null,
            ("", "namespaces") => LabelShape().IsMatch(name) ? null : Label,
            ("", "services") => ServiceShape().IsMatch(name) ? null : ServiceLabel,
            _ => SubdomainShape().IsMatch(name) && name.Length <= 253 ? null : Subdomain,
        };
        return reason is null ? null : new("metadata.name", SchemaProblemKind.InvalidValue, $"Invalid value: \"{name}\": {reason}");
    }

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\z")]
    private static partial Regex LabelShape();

    [GeneratedRegex(@"^[a-z]([-a-z0-9]{0,61}[a-z0-9])?\z")]
    private static partial Regex ServiceShape();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex SubdomainShape();
}
