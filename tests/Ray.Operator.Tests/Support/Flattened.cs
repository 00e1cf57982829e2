using System.Text.Json.Nodes;

namespace Ray.Operator.Tests.Support;

/// <summary>
/// An object as one line a value, each with its path. Items of lists go by their name where they have one; the flags of <c>ray start</c>
/// have a line each.
/// </summary>
internal static class Flattened
{
    /// <summary>The lines of an object, in its order.</summary>
    public static IReadOnlyList<string> Of(JsonNode? node) => [.. Lines(node, "")];

    /// <summary>What differs: lines that are gone with <c>-</c>, lines that are new with <c>+</c>.</summary>
    public static IEnumerable<string> Difference(JsonNode? before, JsonNode? after)
    {
        var (old, @new) = (Of(before), Of(after));
        return old.Except(@new).Select(line => "- " + line).Concat(@new.Except(old).Select(line => "+ " + line))
            .OrderBy(line => line[2..line.IndexOf(": ", StringComparison.Ordinal)], StringComparer.Ordinal)
            .ThenByDescending(line => line[0]);
    }

    private static IEnumerable<string> Lines(JsonNode? node, string path) => node switch
    {
        JsonObject { Count: > 0 } members => members
            .Where(member => members.Count == 1 || !IsSaid(member, path))
            .SelectMany(member => Lines(member.Value, Join(path, member.Key))),
        JsonArray { Count: > 0 } items =>
            items.Index().SelectMany(item => Lines(item.Item, $"{path}[{NameOf(item.Item) ?? $"{item.Index}"}]")),
        _ when Text(node).Split("  ") is { Length: > 1 } parts && parts.Any(part => part.Contains("ray start", StringComparison.Ordinal)) =>
            parts.Select(part => $"{path}: {part.Trim()}"),
        _ => [$"{path}: {Text(node)}"],
    };

    // The path has it already.
    private static bool IsSaid(KeyValuePair<string, JsonNode?> member, string path) =>
        member.Key is "name" && path.EndsWith($"[{member.Value}]", StringComparison.Ordinal);

    private static string Join(string path, string name) =>
        name.AsSpan().ContainsAny('.', '/') ? $"{path}[{name}]" : path.Length == 0 ? name : $"{path}.{name}";

    private static string? NameOf(JsonNode? item) => item is JsonObject map ? (map["name"] ?? map["mountPath"])?.ToString() : null;

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text)
        ? text.ReplaceLineEndings("\\n")
        : node?.ToJsonString() ?? "null";
}
