using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube;

/// <summary>Defaults as API servers apply them: a default is itself completed, and a null takes it unless the schema allows null.</summary>
internal static class SchemaDefaulting
{
    /// <summary>Removes nulls that are allowed nowhere and have no default. Items of lists stay.</summary>
    public static void RemoveNulls(JsonNode? value, SchemaNode? schema)
    {
        switch (value)
        {
            case JsonObject members:
                List<string>? gone = null;
                foreach (var (name, member) in members)
                {
                    var part = schema?.Properties.GetValueOrDefault(name) ?? schema?.AdditionalProperties;
                    if (member is null && part is { DropsNull: true, HasDefault: false })
                    {
                        (gone ??= []).Add(name);
                    }
                    else if (member is not null)
                    {
                        RemoveNulls(member, part);
                    }
                }

                gone?.ForEach(name => members.Remove(name));
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    RemoveNulls(item, schema?.Items);
                }

                break;
        }
    }

    public static void Apply(JsonNode? value, SchemaNode schema)
    {
        switch (value)
        {
            case JsonObject members:
                ApplyToMembers(members, schema);
                break;
            case JsonArray items when schema.Items is { } part:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is null && part is { DropsNull: true, HasDefault: true })
                    {
                        items[i] = NodeOf(part.Default);
                    }

                    Apply(items[i], part);
                }

                break;
        }
    }

    private static void ApplyToMembers(JsonObject members, SchemaNode schema)
    {
        foreach (var (name, part) in schema.Properties)
        {
            if (part.HasDefault && (!members.TryGetPropertyValue(name, out var present) || (present is null && part.DropsNull)))
            {
                members[name] = NodeOf(part.Default);
            }
        }

        List<string>? nulls = null;
        foreach (var (name, member) in members)
        {
            if (schema.Properties.TryGetValue(name, out var part))
            {
                Apply(member, part);
            }
            else if (schema.AdditionalProperties is { } values)
            {
                if (member is null && values is { DropsNull: true, HasDefault: true })
                {
                    (nulls ??= []).Add(name);
                }

                Apply(member, values);
            }
        }

        foreach (var name in nulls ?? [])
        {
            members[name] = NodeOf(schema.AdditionalProperties!.Default);
            Apply(members[name], schema.AdditionalProperties);
        }
    }

    private static JsonNode? NodeOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        _ => JsonValue.Create(element),
    };
}
