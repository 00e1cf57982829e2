using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kube;

/// <summary>An object within an object (<c>x-kubernetes-embedded-resource</c>): it says what it is, and its metadata are metadata.</summary>
internal static partial class EmbeddedResource
{
    public static void Check(JsonObject members, ProblemList problems)
    {
        if (TextOf(members, "apiVersion", problems) is { } version && version.Count(c => c == '/') > 1)
        {
            Add(problems, "apiVersion", GoText.Quote(version), $"unexpected GroupVersion string: {version}");
        }

        if (TextOf(members, "kind", problems) is { } kind && !Dns1035().IsMatch(kind))
        {
            Add(problems, "kind", GoText.Quote(kind), "may have mixed case, but should otherwise match: a DNS-1035 label");
        }

        if (members.TryGetPropertyValue("metadata", out var metadata) && WhyNoMetadata(metadata) is { } reason)
        {
            Add(problems, "metadata", GoText.Of(metadata), reason);
        }
    }

    private static string? TextOf(JsonObject members, string name, ProblemList problems)
    {
        if (!members.TryGetPropertyValue(name, out var value))
        {
            problems.Add(problems.PathOf(name), SchemaProblemKind.RequiredValue, "Required value");
            return null;
        }

        if (value is not JsonValue scalar || !scalar.TryGetValue<string>(out var text))
        {
            Add(problems, name, GoText.Of(value), "must be a string");
            return null;
        }

        if (text.Length == 0)
        {
            Add(problems, name, "\"\"", "must not be empty");
            return null;
        }

        return text;
    }

    private static string? WhyNoMetadata(JsonNode? metadata)
    {
        if (metadata is not (null or JsonObject))
        {
            return "must be an object";
        }

        foreach (var (name, value) in metadata as JsonObject ?? [])
        {
            var isRight = name switch
            {
                "name" or "generateName" or "namespace" or "uid" or "resourceVersion" or "selfLink" => IsTextOrNull(value),
                "labels" or "annotations" => value is null || (value is JsonObject map && map.All(entry => IsTextOrNull(entry.Value))),
                "finalizers" => value is null || (value is JsonArray list && list.All(IsTextOrNull)),
                _ => true,
            };
            if (!isRight)
            {
                return $"'{name}' has a wrong type";
            }
        }

        return null;
    }

    private static bool IsTextOrNull(JsonNode? value) => value is null || value.GetValueKind() == JsonValueKind.String;

    private static void Add(ProblemList problems, string member, string value, string reason) =>
        problems.Add(problems.PathOf(member), SchemaProblemKind.InvalidValue, $"Invalid value: {value}: {reason}");

    [GeneratedRegex(@"^[A-Za-z]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex Dns1035();
}
