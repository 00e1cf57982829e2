namespace Kube;

/// <summary>Finds validation rules in CEL. They are structural: there are none below allOf, anyOf, oneOf and not.</summary>
internal static class SchemaRules
{
    public static IReadOnlyList<string> PathsIn(SchemaNode node)
    {
        var found = new List<string>();
        Collect(node, "", found);
        return found;
    }

    private static void Collect(SchemaNode node, string path, List<string> found)
    {
        if (node.HasRules)
        {
            found.Add(path);
        }

        foreach (var (name, property) in node.Properties)
        {
            Collect(property, path.Length == 0 ? name : $"{path}.{name}", found);
        }

        if (node.Items is { } items)
        {
            Collect(items, $"{path}[]", found);
        }

        if (node.AdditionalProperties is { } values)
        {
            Collect(values, $"{path}.*", found);
        }
    }
}
