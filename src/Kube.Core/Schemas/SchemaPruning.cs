using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube;

/// <summary>Removes members that a schema does not know, and tells which.</summary>
internal sealed class SchemaPruning
{
    private static readonly HashSet<string> s_objectFields = new(StringComparer.Ordinal) { "apiVersion", "kind", "metadata" };

    private static readonly HashSet<string> s_metadataFields = new(StringComparer.Ordinal)
    {
        "name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp",
        "deletionGracePeriodSeconds", "labels", "annotations", "ownerReferences", "finalizers", "managedFields",
    };

    private readonly List<string> _pruned = [];

    public static IReadOnlyList<string> Prune(JsonObject value, SchemaNode schema, bool isResource)
    {
        var pruning = new SchemaPruning();
        pruning.Members(value, schema, "", isResource || schema.IsEmbeddedResource, schema.PreservesUnknown);
        pruning._pruned.Sort(StringComparer.Ordinal);
        return pruning._pruned;
    }

    // Below a place that preserves the unknown, only what has a schema of its own is pruned; items of lists have one, but inherit the mercy.
    private void Value(JsonNode? value, SchemaNode schema, string path, bool preserves)
    {
        switch (value)
        {
            case JsonObject members:
                Members(members, schema, path, schema.IsEmbeddedResource, preserves);
                break;
            case JsonArray items:
                var part = schema.Items ?? SchemaNode.Unstated;
                for (var i = 0; i < items.Count; i++)
                {
                    Value(items[i], part, $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]", preserves || part.PreservesUnknown);
                }

                break;
        }
    }

    private void Members(JsonObject members, SchemaNode schema, string path, bool isResource, bool preserves)
    {
        List<string>? unknown = null;
        foreach (var (name, member) in members)
        {
            if (isResource && s_objectFields.Contains(name))
            {
                if (name == "metadata" && member is JsonObject metadata)
                {
                    Remove(metadata, [.. metadata.Select(field => field.Key).Where(field => !s_metadataFields.Contains(field))], Join(path, name));
                }
            }
            else if ((schema.Properties.GetValueOrDefault(name) ?? schema.AdditionalProperties) is { } part)
            {
                Value(member, part, Join(path, name), part.PreservesUnknown);
            }
            else if (!preserves)
            {
                (unknown ??= []).Add(name);
            }
        }

        Remove(members, unknown ?? [], path);
    }

    private void Remove(JsonObject members, List<string> names, string path)
    {
        foreach (var name in names)
        {
            members.Remove(name);
            _pruned.Add(Join(path, name));
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
