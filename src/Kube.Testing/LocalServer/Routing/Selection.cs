using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Which objects of a kind a list or a watch is about.</summary>
internal sealed class Selection
{
    private static readonly Dictionary<string, string[]> s_fields = new(StringComparer.Ordinal)
    {
        ["pods"] = ["spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "status.phase", "status.podIP", "status.nominatedNodeName"],
        ["nodes"] = ["spec.unschedulable"],
        ["namespaces"] = ["status.phase"],
        ["secrets"] = ["type"],
        ["jobs.batch"] = ["status.successful"],
        ["replicasets.apps"] = ["status.replicas"],
        ["events"] =
        [
            "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion",
            "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
        ],
    };

    private readonly LabelSelector _labels;
    private readonly IReadOnlyList<(string Path, bool IsEqual, string Value)> _fields;

    private readonly ApiResource _resource;

    private Selection(ApiResource resource, string? ns, LabelSelector labels, IReadOnlyList<(string Path, bool IsEqual, string Value)> fields)
    {
        _resource = resource;
        Namespace = ns;
        _labels = labels;
        _fields = fields;
    }

    /// <summary>The namespace; null for all.</summary>
    public string? Namespace { get; }

    public static Selection Of(ApiResource resource, string? ns, string? name, ApiQuery query)
    {
        var labels = LabelSelector.FromString(query.LabelSelector);
        try
        {
            labels.Matches(null);
        }
        catch (FormatException e)
        {
            throw ApiFailure.BadRequest(e.Message);
        }

        var fields = FieldRequirements.Parse(query.FieldSelector);
        var known = s_fields.GetValueOrDefault(resource.StorageKey) ?? resource.SelectableFields;
        if (resource.Group == EventForms.Group)
        {
            known = [.. known.Select(EventForms.NewPath)];
        }

        foreach (var field in fields)
        {
            if (field.Path is not ("metadata.name" or "metadata.namespace") && !known.Contains(field.Path))
            {
                throw ApiFailure.BadRequest(resource.IsCustom || known.Count == 0
                    ? $"\"{field.Path}\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
                    : $"field label not supported: {field.Path}");
            }
        }

        return new(resource, ns, labels, name is null ? fields : [.. fields, ("metadata.name", true, name)]);
    }

    public bool Matches(JsonObject value) => (Namespace is null || ObjectMeta.Namespace(value) == Namespace)
        && _labels.Matches(ObjectMeta.Labels(value))
        && _fields.All(field => ValueOf(FormOf(value), field.Path) == field.Value == field.IsEqual);

    // Fields are named as this version has them; only events have them by other names in another.
    private JsonObject FormOf(JsonObject value) => _resource.StorageKey == EventForms.StorageKey ? _resource.Present(value) : value;

    private static string ValueOf(JsonObject value, string path) => ObjectMeta.At(value, path) switch
    {
        JsonValue scalar when scalar.GetValueKind() is System.Text.Json.JsonValueKind.True => "true",
        JsonValue scalar when scalar.GetValueKind() is System.Text.Json.JsonValueKind.False => "false",
        JsonValue scalar => scalar.ToString(),
        _ => path == "spec.unschedulable" ? "false" : "",
    };
}

/// <summary>Reads field selectors: <c>a=b,c!=d</c> with backslashes before commas, equal signs and backslashes of values.</summary>
internal static class FieldRequirements
{
    public static IReadOnlyList<(string Path, bool IsEqual, string Value)> Parse(string text) => [.. Split(text).Select(Term)];

    private static (string Path, bool IsEqual, string Value) Term(string term)
    {
        var at = term.IndexOf('=', StringComparison.Ordinal);
        if (at < 0)
        {
            throw ApiFailure.BadRequest($"invalid selector: '{term}'; can't understand '{term}'");
        }

        var isNot = at > 0 && term[at - 1] == '!';
        var value = term[(at + 1)..];
        return (term[..(isNot ? at - 1 : at)], !isNot, Unescape(!isNot && value.StartsWith('=') ? value[1..] : value));
    }

    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '\\')
            {
                i++;
            }
            else if (i >= text.Length || text[i] == ',')
            {
                if (i > start)
                {
                    yield return text[start..Math.Min(i, text.Length)];
                }

                start = i + 1;
            }
        }
    }

    private static string Unescape(string value) =>
        value.Replace("\\,", ",", StringComparison.Ordinal).Replace("\\=", "=", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);
}
