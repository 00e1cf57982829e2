using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[CelRule]</c> and <c>[Immutable]</c>, on properties and types. Rules of a property come after those of its type.</summary>
internal static class CelRuleRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context) =>
        Apply(schema, property.Validation.Rules, property.Target, context);

    public static JsonObject Apply(JsonObject schema, EquatableArray<CelRuleModel> rules, string target, SchemaContext context)
    {
        if (rules.Count == 0)
        {
            return schema;
        }

        foreach (var rule in rules)
        {
            if (WhyNot(rule) is { } reason)
            {
                context.Report(DiagnosticIds.BadCelRule, target, target.Substring(target.LastIndexOf('.') + 1), reason);
                return schema;
            }
        }

        var earlier = schema[Keywords.Validations] is JsonArray array ? array.Items : [];
        return schema.With(Keywords.Validations, new JsonArray(earlier.Concat(rules.Select(Schema)).ToEquatableArray()));
    }

    private static JsonValue Schema(CelRuleModel rule) =>
        JsonObject.Of(("rule", JsonValue.Of(rule.Rule))).WithText("message", rule.Message);

    private static string? WhyNot(CelRuleModel rule) =>
        string.IsNullOrWhiteSpace(rule.Rule) ? "the rule is empty"
        : rule.Message is not null && string.IsNullOrWhiteSpace(rule.Message) ? "the message is empty"
        : rule.Message is not null && HasLineBreak(rule.Message) ? "the message has several lines"
        : rule.Message is null && HasLineBreak(rule.Rule) ? "a rule of several lines needs a message"
        : null;

    private static bool HasLineBreak(string text) => text.IndexOfAny(['\n', '\r']) >= 0;
}
