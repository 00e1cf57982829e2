using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kube.Testing.Tests.Conformance;

/// <summary>Makes answers of two servers comparable: uids, times, versions and generated names differ, and members come in any order.</summary>
/// <param name="KeepsManagedFields">Whether managed fields are compared.</param>
/// <param name="KeepsMessages">Whether the words of refusals are compared, or only their codes, reasons and places.</param>
/// <param name="SortsLists">Whether lists are compared without their order: where new items go is another matter from server to server.</param>
internal sealed partial record Masks(bool KeepsManagedFields = false, bool KeepsMessages = true, bool SortsLists = false)
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };

    public static string Apply(string text, string ns) => Uid().Replace(text.Replace(ns, "NS", StringComparison.Ordinal), "UID");

    public string Apply(JsonNode? value, string ns)
    {
        var text = Canonical(value)?.ToJsonString(s_indented) ?? "null";
        text = text.Replace(ns, "NS", StringComparison.Ordinal);
        text = Uid().Replace(text, "UID");
        text = Time().Replace(text, "TIME");
        text = Version().Replace(text, "\"resourceVersion\": \"N\"");
        text = VersionInText().Replace(text, "$1 N");
        return Address().Replace(text, "IP");
    }

    private JsonNode? Canonical(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject members:
                var sorted = new JsonObject();
                foreach (var (name, member) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    var isDropped = member is null || IsOfNamespace(name, member) || (name == "managedFields" && !KeepsManagedFields) || (name == "message" && !KeepsMessages) || name is "time" or "continue" or "description";
                    if (!isDropped)
                    {
                        sorted[name] = Canonical(member);
                    }
                }

                return sorted;
            case JsonArray items:
                // Causes of a refusal come in any order, and some twice; old servers begin some paths with a dot.
                return items is [JsonObject first, ..] && first.ContainsKey("reason") && first.ContainsKey("field")
                    ? new JsonArray([.. items.Select(Cause).DistinctBy(cause => cause.ToJsonString()).OrderBy(cause => cause.ToJsonString(), StringComparer.Ordinal)])
                    : new JsonArray([.. SortsLists ? items.Select(Canonical).OrderBy(item => item?.ToJsonString() ?? "", StringComparer.Ordinal) : items.Select(Canonical)]);
            default:
                return value?.DeepClone();
        }
    }

    // Servers before 1.21 do not have this label.
    private static bool IsOfNamespace(string name, JsonNode member)
    {
        const string Label = "kubernetes.io/metadata.name";
        return name is Label or $"f:{Label}" || (member is JsonObject { Count: 1 } labels && labels.ContainsKey(Label));
    }

    private JsonObject Cause(JsonNode? cause)
    {
        var canonical = (JsonObject)Canonical(cause)!;
        canonical["field"] = canonical["field"]?.ToString().TrimStart('.') ?? "";
        return canonical;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uid();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z")]
    private static partial Regex Time();

    [GeneratedRegex("\"resourceVersion\": \"[0-9]+\"")]
    private static partial Regex Version();

    [GeneratedRegex("((?:match the ResourceVersion in record|current:|resource version:|ResourceVersion:)) \\(?[0-9]+( \\([0-9]+\\))?\\)?")]
    private static partial Regex VersionInText();

    [GeneratedRegex(@"\b10\.96\.[0-9]+\.[0-9]+")]
    private static partial Regex Address();
}
