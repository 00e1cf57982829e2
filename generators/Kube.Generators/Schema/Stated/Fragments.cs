using Kube.Generators.Json;

namespace Kube.Generators.Schema.Stated;

/// <summary>The schemas within a schema, each with its path.</summary>
internal static class Fragments
{
    /// <summary>Those that say what there is: properties, items and values.</summary>
    public static IEnumerable<(string Path, JsonObject Schema)> StructureOf(JsonObject schema)
    {
        foreach (var property in schema.Object(Keywords.Properties).Members)
        {
            if (property.Value is JsonObject inner)
            {
                yield return ($"{Keywords.Properties}.{property.Name}", inner);
            }
        }

        foreach (var keyword in new[] { Keywords.Items, Keywords.AdditionalProperties })
        {
            if (schema[keyword] is JsonObject inner)
            {
                yield return (keyword, inner);
            }
        }
    }

    /// <summary>Those that say more about what there is: the alternatives.</summary>
    public static IEnumerable<(string Path, JsonObject Schema)> JunctorsOf(JsonObject schema)
    {
        foreach (var keyword in new[] { Keywords.AllOf, Keywords.AnyOf, Keywords.OneOf })
        {
            var all = schema[keyword] is JsonArray array ? array.Items.OfType<JsonObject>().ToList() : [];
            for (var i = 0; i < all.Count; i++)
            {
                yield return ($"{keyword}[{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}]", all[i]);
            }
        }

        if (schema[Keywords.Not] is JsonObject negated)
        {
            yield return (Keywords.Not, negated);
        }
    }
}
