using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kube.Testing;

/// <summary>The part of JSONPath that printer columns use: members, items, <c>[*]</c> and <c>[?(@.type=="Ready")]</c>.</summary>
internal static partial class JsonPath
{
    /// <summary>All that a path leads to; nothing for a path that is none.</summary>
    public static IReadOnlyList<JsonNode?> Find(JsonNode? root, string path)
    {
        List<JsonNode?> found = [root];
        var at = 0;
        while (at < path.Length)
        {
            var step = Step().Match(path, at);
            if (!step.Success)
            {
                return [];
            }

            found = [.. found.SelectMany(value => Follow(value, step))];
            at += step.Length;
        }

        return found;
    }

    private static IEnumerable<JsonNode?> Follow(JsonNode? value, Match step)
    {
        if (step.Groups["name"] is { Success: true } name)
        {
            var member = Unescape(name.Value);
            return value is JsonObject members && members.TryGetPropertyValue(member, out var found) && found is not null ? [found] : [];
        }

        if (step.Groups["index"] is { Success: true } index)
        {
            return value is JsonArray items && int.TryParse(index.ValueSpan, out var number) && number < items.Count ? [items[number < 0 ? items.Count + number : number]] : [];
        }

        if (step.Groups["all"].Success)
        {
            return value switch { JsonArray items => items, JsonObject members => members.Select(member => member.Value), _ => [] };
        }

        var (key, wanted) = (step.Groups["key"].Value, step.Groups["value"].Value);
        return (value as JsonArray ?? []).Where(item => Find(item, key) is [var actual] && actual?.ToString() == wanted);
    }

    private static string Unescape(string name) => name.Replace("\\.", ".", StringComparison.Ordinal);

    [GeneratedRegex(
        """\G(\.?\[\s*'(?<name>[^']*)'\s*\]|\.?\[\s*"(?<name>[^"]*)"\s*\]|\.?\[(?<index>-?[0-9]+)\]|\.?\[(?<all>\*)\]|\.(?<all>\*)|\[\?\(\s*@(?<key>[^=\s]+)\s*==\s*["'](?<value>[^"']*)["']\s*\)\]|\.(?<name>(\\.|[^.\[\\])+))""")]
    private static partial Regex Step();
}
