using System.Text.Json.Nodes;

namespace Kube;

/// <summary>What API servers judge beside the keywords: that sets and keyed lists hold nothing twice, and that embedded resources are resources.</summary>
internal static class TopologyValidation
{
    public static void Check(SchemaNode schema, JsonNode? value, ProblemList problems)
    {
        switch (value)
        {
            case JsonObject members:
                if (schema.IsEmbeddedResource)
                {
                    EmbeddedResource.Check(members, problems);
                }

                foreach (var (name, member) in members)
                {
                    var isKey = !schema.Properties.TryGetValue(name, out var part);
                    if ((part ?? schema.AdditionalProperties) is { } place && member is not JsonValue)
                    {
                        problems.Enter(name, isKey);
                        Check(place, member, problems);
                        problems.Leave();
                    }
                }

                break;
            case JsonArray items:
                CheckItems(schema, items, problems);
                for (var i = 0; i < items.Count && schema.Items is not null; i++)
                {
                    problems.Enter(i);
                    Check(schema.Items, items[i], problems);
                    problems.Leave();
                }

                break;
        }
    }

    private static void CheckItems(SchemaNode schema, JsonArray items, ProblemList problems)
    {
        if (schema.ListType == "set")
        {
            AddDuplicates(items, item => item, problems);
        }
        else if (schema.ListType == "map")
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is not (null or JsonObject))
                {
                    problems.Add(
                        $"{problems.BracketPath}[{i}]",
                        SchemaProblemKind.InvalidValue,
                        $"Invalid value: {GoText.Of(items[i])}: must be an object for an array of list-type map");
                    return;
                }
            }

            AddDuplicates(items, item => KeysOf(item, schema.ListKeys), problems);
        }
    }

    private static JsonObject KeysOf(JsonNode? item, IReadOnlyList<string> names)
    {
        var keys = new JsonObject();
        foreach (var name in names)
        {
            if (item is JsonObject members && members.TryGetPropertyValue(name, out var key))
            {
                keys[name] = key?.DeepClone();
            }
        }

        return keys;
    }

    // The second of equal items is reported, further ones are not.
    private static void AddDuplicates(JsonArray items, Func<JsonNode?, JsonNode?> identity, ProblemList problems)
    {
        if (items.Count < 2)
        {
            return;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var key = identity(items[i]);
            var text = CanonicalJson.Of(key);
            seen[text] = seen.GetValueOrDefault(text) + 1;
            if (seen[text] == 2)
            {
                problems.Add($"{problems.BracketPath}[{i}]", SchemaProblemKind.DuplicateValue, $"Duplicate value: {GoText.Of(key)}");
            }
        }
    }
}
