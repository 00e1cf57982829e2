using System.Globalization;
using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Paths;

/// <summary><c>[Selectable]</c>: the fields by which objects of a kind can be selected.</summary>
internal static class SelectableFields
{
    private const int MaxCount = 8;

    public static JsonArray Build(ObjectModel kind, JsonObject schema, SchemaContext context)
    {
        var fields = new List<JsonValue>();
        foreach (var path in PropertyPaths.Of(kind, context).Where(p => p.Property.Validation.IsSelectable))
        {
            if (WhyNot(path, schema, fields.Count) is { } reason)
            {
                context.Report(DiagnosticIds.BadSelectable, path.Property.Target, path.Property.Name, reason);
                continue;
            }

            fields.Add(JsonObject.Of(("jsonPath", JsonValue.Of(path.ForSelector!))));
        }

        return new(fields.ToEquatableArray());
    }

    private static string? WhyNot(PropertyPath path, JsonObject schema, int count)
    {
        var field = path.IsInCollection ? JsonObject.Empty : path.Names.Aggregate(schema, (s, n) => s.Object(Keywords.Properties).Object(n));
        return path.IsInCollection ? "it is inside a list or dictionary, so there are many of it"
            : path.Names[0] == "metadata" ? "metadata has selectors of its own"
            : field.TypeName() is not ("string" or "boolean" or "integer") ? "only texts, booleans and whole numbers can be selected by"
            : path.ForSelector is null ? "its path in JSON has names with other characters than letters, digits, '_', '-', '/' and '$'"
            : count >= MaxCount ? $"a kind has at most {MaxCount.ToString(CultureInfo.InvariantCulture)} of them"
            : null;
    }
}
