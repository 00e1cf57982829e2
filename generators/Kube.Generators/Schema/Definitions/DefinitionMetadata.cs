using System.Text.RegularExpressions;
using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Definitions;

/// <summary>Name, annotations and labels of the definition: those of all its versions together.</summary>
internal static class DefinitionMetadata
{
    private const string Approved = "api-approved.kubernetes.io";

    private static readonly Regex s_key = new(
        @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",
        RegexOptions.CultureInvariant);

    private static readonly Regex s_labelValue = new("^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$", RegexOptions.CultureInvariant);
    private static readonly Regex s_address = new("^[a-zA-Z][-+.a-zA-Z0-9]*://[^/]", RegexOptions.CultureInvariant);

    public static JsonObject Build(string name, IReadOnlyList<VersionSchema> versions, SchemaContext context)
    {
        var annotations = Merge(versions.SelectMany(v => v.Definition.Annotations), _ => null, context);
        var labels = Merge(
            versions.SelectMany(v => v.Definition.Labels),
            value => s_labelValue.IsMatch(value) ? null : "the value of a label has at most 63 letters, digits, '-', '_' and '.'",
            context);
        CheckApproval(versions[0], annotations, context);

        var metadata = JsonObject.Of(("name", JsonValue.Of(name)));
        metadata = annotations.Members.Count == 0 ? metadata : metadata.With("annotations", annotations);
        return labels.Members.Count == 0 ? metadata : metadata.With("labels", labels);
    }

    private static JsonObject Merge(IEnumerable<EntryModel> entries, Func<string, string?> whyNot, SchemaContext context)
    {
        var merged = JsonObject.Empty;
        foreach (var entry in entries)
        {
            var reason = !IsKey(entry.Key) ? "a key is a name of at most 63 letters, digits, '-', '_' and '.', if need be behind a DNS name and '/'"
                : merged.Text(entry.Key) is { } other && other != entry.Value ? $"another attribute sets it to '{other}'"
                : whyNot(entry.Value);
            if (reason is not null)
            {
                context.Report(DiagnosticIds.BadEntry, entry.Target, entry.Key, reason);
            }

            merged = merged.With(entry.Key, JsonValue.Of(entry.Value));
        }

        return merged;
    }

    /// <summary>Whether a text can be the key of an annotation or label.</summary>
    public static bool IsKey(string key) => s_key.IsMatch(key) && key.IndexOf('/') <= 253;

    private static void CheckApproval(VersionSchema version, JsonObject annotations, SchemaContext context)
    {
        var group = "." + version.Identity.Group;
        if (!group.EndsWith(".k8s.io", StringComparison.Ordinal) && !group.EndsWith(".kubernetes.io", StringComparison.Ordinal))
        {
            return;
        }

        var approval = annotations.Text(Approved);
        var reason = approval is null or "" ? "add [DefinitionAnnotation] with the address of the approving pull request, or choose another group"
            : approval.StartsWith("unapproved", StringComparison.Ordinal) || s_address.IsMatch(approval) ? null
            : $"'{approval}' is no address and does not begin with 'unapproved'";
        if (reason is not null)
        {
            context.Report(DiagnosticIds.NotApproved, version.Class.FullName, version.Identity.Group, reason);
        }
    }
}
