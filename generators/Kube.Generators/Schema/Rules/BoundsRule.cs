using System.Globalization;
using System.Numerics;
using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[Minimum]</c>, <c>[Maximum]</c> and <c>[Range]</c>.</summary>
internal static class BoundsRule
{
    /// <summary>From here on a bound, which the server keeps as 64-bit fraction, is 2^63 or more.</summary>
    private const decimal Overflow = 9223372036854775296m;

    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        var (minimum, maximum) = (property.Validation.Minimum, property.Validation.Maximum);
        var type = (Minimum: schema.Number(Keywords.Minimum), Maximum: schema.Number(Keywords.Maximum));
        schema = Apply(schema, Keywords.Minimum, Keywords.ExclusiveMinimum, minimum, type, property, context);
        schema = Apply(schema, Keywords.Maximum, Keywords.ExclusiveMaximum, maximum, type, property, context);
        if (schema.Number(Keywords.Minimum) is { } lower && schema.Number(Keywords.Maximum) is { } upper && lower > upper)
        {
            var (keyword, bound, reason) = minimum is null
                ? (Keywords.Maximum, upper, $"it is below the minimum {Text(lower)} of the type")
                : (Keywords.Minimum, lower, $"it is above the maximum {Text(upper)}");
            context.Report(DiagnosticIds.BadBound, property.Target, keyword, Text(bound), property.Name, reason);
        }
        else if (IsEmpty(schema))
        {
            var reason = $"no value is left between it and the maximum {Text(schema.Number(Keywords.Maximum))}";
            context.Report(DiagnosticIds.BadBound, property.Target, Keywords.Minimum, Text(schema.Number(Keywords.Minimum)), property.Name, reason);
        }

        return schema;
    }

    private static JsonObject Apply(
        JsonObject schema, string keyword, string exclusive, BoundModel? bound, (decimal? Minimum, decimal? Maximum) type, PropertyModel property, SchemaContext context)
    {
        if (bound is null)
        {
            return schema;
        }

        var number = new JsonNumber(bound.Value);
        var reason = schema.TypeName() is not ("integer" or "number") ? "only numbers have bounds"
            : JsonReader.Read(bound.Value) is not JsonNumber || number.Value is null ? "it is not a number"
            : schema.TypeName() == "integer" && !number.IsInteger ? "a whole number has whole bounds"
            : number.Value < type.Minimum || number.Value > type.Maximum ? $"values of its type reach from {Text(type.Minimum)} to {Text(type.Maximum)}"
            : number.Value >= Overflow ? "servers compare whole numbers with bounds as 64-bit integers, and 2^63 overflows"
            : null;
        if (reason is not null)
        {
            context.Report(DiagnosticIds.BadBound, property.Target, keyword, bound.Value, property.Name, reason);
            return schema;
        }

        if (IsRounded(bound.Value))
        {
            context.Report(DiagnosticIds.RoundedBound, property.Target, keyword, bound.Value, property.Name);
        }

        schema = schema.With(keyword, number);
        return bound.IsExclusive ? schema.With(exclusive, JsonValue.Of(true)) : schema;
    }

    /// <summary>Whether exclusive bounds leave nothing: of whole numbers, the next ones count.</summary>
    private static bool IsEmpty(JsonObject schema)
    {
        if (schema.Number(Keywords.Minimum) is not { } minimum || schema.Number(Keywords.Maximum) is not { } maximum)
        {
            return false;
        }

        var (isOpenBelow, isOpenAbove) = (schema.Is(Keywords.ExclusiveMinimum), schema.Is(Keywords.ExclusiveMaximum));
        return schema.TypeName() == "integer"
            ? minimum + (isOpenBelow ? 1 : 0) > maximum - (isOpenAbove ? 1 : 0)
            : minimum == maximum && (isOpenBelow || isOpenAbove);
    }

    private static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>The server keeps bounds as 64-bit fractions: beyond 2^53 not every whole number has one.</summary>
    private static bool IsRounded(string bound) =>
        long.TryParse(bound, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
        && new BigInteger(whole) != new BigInteger((double)whole);
}
