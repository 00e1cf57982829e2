using System.Text.Json.Nodes;

namespace Kube;

/// <summary>Items of a list: how many, whether they differ, and each of them.</summary>
internal static class ListValidation
{
    public static void Check(SchemaNode schema, JsonArray items, ProblemList problems)
    {
        if (schema.Items is { } part)
        {
            for (var i = 0; i < items.Count; i++)
            {
                problems.Enter(i);
                ValueValidation.Check(part, items[i], problems);
                problems.Leave();
            }
        }

        if (items.Count < schema.MinItems)
        {
            problems.Add(SchemaProblemKind.InvalidValue, $"Invalid value: {items.Count}: {problems.Path} in body should have at least {schema.MinItems} items");
        }

        if (items.Count > schema.MaxItems)
        {
            problems.Add(SchemaProblemKind.TooMany, TooMany(items.Count, schema.MaxItems.Value));
        }

        if (schema.HasUniqueItems && items.Select(CanonicalJson.Of).Distinct(StringComparer.Ordinal).Count() < items.Count)
        {
            problems.Add(SchemaProblemKind.InvalidValue, $"Invalid value: \"\": {problems.Path} in body shouldn't contain duplicates");
        }
    }

    /// <summary>The words for more items or members than are allowed.</summary>
    public static string TooMany(int count, long limit) => $"Too many: {count}: must have at most {limit} {(limit == 1 ? "item" : "items")}";
}
