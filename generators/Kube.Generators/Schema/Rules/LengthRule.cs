using System.Globalization;
using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary>
/// <c>[MinLength]</c>, <c>[MaxLength]</c>, <c>[Length]</c> and <c>[StringLength]</c>: of texts, lists and dictionaries; <c>[MinItems]</c> and
/// <c>[MaxItems]</c> of lists, <c>[MinProperties]</c> and <c>[MaxProperties]</c> of dictionaries.
/// </summary>
internal static class LengthRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        if (property.Validation.Length is not { } length)
        {
            return schema;
        }

        var suffix = SuffixFor(schema);
        var reason = length.Counted is { } counted && counted != suffix
                ? counted == "Items" ? "only lists have a number of items" : "only dictionaries have a number of properties"
            : suffix is null ? "only texts, lists and dictionaries have a length"
            : length.Minimum < 0 || length.Maximum < 0 ? "a length is not negative"
            : schema["maxLength"] is not null ? "its type has one character"
            : length.Minimum > length.Maximum ? "the lower bound is above the upper one"
            : null;
        if (reason is not null)
        {
            var range = $"{Text(length.Minimum)}..{Text(length.Maximum)}";
            context.Report(DiagnosticIds.BadLength, property.Target, range, property.Name, reason);
            return schema;
        }

        schema = length.Minimum is { } minimum ? schema.With("min" + suffix, JsonValue.Of(minimum)) : schema;
        return length.Maximum is { } maximum ? schema.With("max" + suffix, JsonValue.Of(maximum)) : schema;
    }

    private static string? SuffixFor(JsonObject schema) => schema.TypeName() switch
    {
        "string" when schema.Text(Keywords.Format) != "byte" => "Length",
        "array" => "Items",
        "object" when schema[Keywords.AdditionalProperties] is not null => "Properties",
        _ => null,
    };

    private static string Text(int? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "";
}
