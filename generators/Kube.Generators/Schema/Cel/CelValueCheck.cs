using Kube.Generators.Json;
using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Evaluation;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel;

/// <summary>
/// Judges a value by the rules of its schema, as the server judges a default: as if an object were created with it, and then updated without
/// change. Rules that need the server are taken to hold.
/// </summary>
internal static class CelValueCheck
{
    /// <summary>Why a rule refuses the value or a part of it; null when none does.</summary>
    public static string? WhyRefused(JsonValue value, JsonObject schema)
    {
        if (value is JsonNull)
        {
            return null;
        }

        return Own(value, schema) ?? Parts(value, schema).Select(p => WhyRefused(p.Value, p.Schema)).FirstOrDefault(r => r is not null);
    }

    private static IEnumerable<(JsonValue Value, JsonObject Schema)> Parts(JsonValue value, JsonObject schema) => value switch
    {
        JsonArray array => array.Items.Select(i => (i, schema.Object(Keywords.Items))),
        JsonObject content => content.Members.Select(m => (
            m.Value, schema.Object(Keywords.Properties)[m.Name] as JsonObject ?? schema.Object(Keywords.AdditionalProperties))),
        _ => [],
    };

    private static string? Own(JsonValue value, JsonObject schema)
    {
        if (schema[Keywords.Validations] is not JsonArray rules
            || CelDeclaration.Of(schema, CelChecker.Self, schema.Is(CelRootSchema.EmbeddedResource)) is not { } declaration)
        {
            return null;
        }

        var self = CelOutcome.OrUnknown(CelJsonValues.Of(value, declaration));
        return rules.Items.OfType<JsonObject>().Select(r => Own(r, self, declaration)).FirstOrDefault(r => r is not null);
    }

    private static string? Own(JsonObject rule, CelOutcome self, CelDeclaration declaration)
    {
        var text = rule.Text("rule") ?? "";
        var isOptional = rule["optionalOldSelf"] is JsonBoolean { Value: true };
        var expression = CelChecker.Check(text, declaration.Type, isOptional);
        if (expression.Problems.Count > 0)
        {
            return null;
        }

        return FormerValues(self, isOptional).Select(old => CelEvaluator.Evaluate(expression, self, old)).Select(outcome =>
            outcome.IsFalse ? $"the rule '{text}' does not hold for it"
            : outcome.Failure is { } failure ? $"the rule '{text}' fails for it: {failure}"
            : null).FirstOrDefault(reason => reason is not null);
    }

    private static CelOutcome[] FormerValues(CelOutcome self, bool isOptional) => !isOptional
        ? [self]
        : [CelOutcome.Of(new CelOptionalValue(null)), self.Value is { } value ? CelOutcome.Of(new CelOptionalValue(value)) : CelOutcome.Unknown];
}
