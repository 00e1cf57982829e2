using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kube.Testing;

/// <summary>What labels, annotations, finalizers and owners look like.</summary>
internal static partial class MetadataRules
{
    private const int LongestPrefix = 253;

    public static IEnumerable<SchemaProblem> Check(JsonObject value)
    {
        var metadata = ObjectMeta.Of(value);
        foreach (var (key, label) in metadata["labels"] as JsonObject ?? [])
        {
            if (!IsQualified(key))
            {
                yield return Invalid("metadata.labels", key, "a qualified name is at most 63 letters, digits, '-', '_' and '.', with an optional DNS subdomain and '/' before it");
            }

            if (label?.ToString() is { Length: > 0 } text && !Part().IsMatch(text))
            {
                yield return Invalid("metadata.labels", text, "a valid label is empty, or at most 63 letters, digits, '-', '_' and '.', and begins and ends with a letter or digit");
            }
        }

        // Of annotations, upper case in the prefix is forgiven.
        foreach (var (key, _) in metadata["annotations"] as JsonObject ?? [])
        {
            if (!IsQualified(key.ToLowerInvariant()))
            {
                yield return Invalid("metadata.annotations", key, "a qualified name is at most 63 letters, digits, '-', '_' and '.', with an optional DNS subdomain and '/' before it");
            }
        }

        foreach (var problem in CheckFinalizers(value).Concat(CheckOwners(value)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<SchemaProblem> CheckFinalizers(JsonObject value)
    {
        foreach (var (i, name) in ObjectMeta.Finalizers(value).Index())
        {
            if (!IsQualified(name))
            {
                yield return Invalid("metadata.finalizers", name, "a qualified name is at most 63 letters, digits, '-', '_' and '.', with an optional DNS subdomain and '/' before it");
            }
            else if (!name.Contains('/', StringComparison.Ordinal) && name is not ("orphan" or "foregroundDeletion" or "kubernetes"))
            {
                yield return Invalid($"metadata.finalizers[{i}]", name, "name is neither a standard finalizer name nor is it fully qualified");
            }
        }
    }

    private static IEnumerable<SchemaProblem> CheckOwners(JsonObject value)
    {
        foreach (var owner in ObjectMeta.Owners(value))
        {
            foreach (var (name, what) in new[] { ("apiVersion", "version"), ("kind", "kind"), ("name", "name"), ("uid", "uid") })
            {
                if ((owner[name]?.ToString() ?? "").Length == 0)
                {
                    yield return Invalid($"metadata.ownerReferences.{name}", "", $"{what} must not be empty");
                }
            }
        }

        if (ObjectMeta.Owners(value).Count(owner => owner["controller"]?.ToString() == "true") > 1)
        {
            yield return Invalid("metadata.ownerReferences", "", "Only one reference can have Controller set to true");
        }
    }

    private static SchemaProblem Invalid(string path, string value, string reason) =>
        new(path, SchemaProblemKind.InvalidValue, $"Invalid value: {JsonValue.Create(value).ToJsonString()}: {reason}");

    private static bool IsQualified(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return Part().IsMatch(key[(slash + 1)..]) && (slash < 0 || (slash <= LongestPrefix && Prefix().IsMatch(key[..slash])));
    }

    [GeneratedRegex(@"^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex Part();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex Prefix();
}
