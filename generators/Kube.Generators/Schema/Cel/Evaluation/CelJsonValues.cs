using System.Globalization;
using Kube.Generators.Json;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>Makes values that rules see of JSON, as the server does by the schema.</summary>
internal static class CelJsonValues
{
    /// <summary>The value; null when rules do not see it, or it does not fit its schema.</summary>
    public static CelValue? Of(JsonValue value, CelDeclaration declaration) => (declaration.Type.Kind, value) switch
    {
        (_, JsonNull) => CelNullValue.Instance,
        (CelKind.Bool, JsonBoolean truth) => new CelBoolValue(truth.Value),
        (CelKind.Int, JsonNumber number) => Whole(number),
        (CelKind.Double, JsonNumber number) => Fraction(number),
        (CelKind.Dyn, JsonNumber number) => Whole(number),
        (CelKind.Dyn or CelKind.String, JsonString text) => new CelTextValue(text.Value),
        (CelKind.Timestamp, JsonString text) => CelTimes.Read(text.Value),
        (CelKind.Duration, JsonString text) => CelDurations.Read(text.Value),
        (CelKind.List, JsonArray array) => OfList(array, declaration),
        (CelKind.Map, JsonObject content) => OfMap(content, declaration.Elements!),
        (CelKind.Object, JsonObject content) => OfObject(content, declaration),
        _ => null,
    };

    private static CelIntValue? Whole(JsonNumber number) =>
        number.Value is { } value && number.IsInteger && value >= long.MinValue && value <= long.MaxValue ? new((long)value) : null;

    private static CelDoubleValue? Fraction(JsonNumber number) =>
        double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? new(value) : null;

    private static CelListValue? OfList(JsonArray array, CelDeclaration declaration)
    {
        var items = array.Items.Select(i => Of(i, declaration.Elements!)).ToList();
        var isUnordered = declaration.Schema.Text(Keywords.ListType) is "set" or "map";
        return items.Contains(null) ? null : new([.. items.Select(i => i!)], isUnordered);
    }

    private static CelMapValue? OfMap(JsonObject content, CelDeclaration values) =>
        Entries(content.Members.Select(m => (m.Name, Value: Of(m.Value, values))));

    /// <summary>
    /// A field that is null is not there for rules, nor is one that no rule can say; a member that has no type makes the whole unknown.
    /// </summary>
    private static CelMapValue? OfObject(JsonObject content, CelDeclaration declaration)
    {
        var visible = content.Members.Select(m => (Name: CelNames.Escape(m.Name), m.Value)).Where(m => m.Name is not null && m.Value is not JsonNull);
        return Entries(visible.Select(m => (
            m.Name!, Value: declaration.Fields.TryGetValue(m.Name!, out var field) ? Of(m.Value, field) : null)));
    }

    private static CelMapValue? Entries(IEnumerable<(string Name, CelValue? Value)> members)
    {
        var all = members.ToList();
        return all.Exists(m => m.Value is null)
            ? null
            : new([.. all.Select(m => new KeyValuePair<CelValue, CelValue>(new CelTextValue(m.Name), m.Value!))]);
    }
}
