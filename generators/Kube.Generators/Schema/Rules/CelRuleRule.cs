using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Cel;

namespace Kube.Generators.Schema.Rules;

/// <summary>
/// <c>[CelRule]</c> and <c>[Immutable]</c>, on properties and types. Rules of a property come after those of its type. What the expressions
/// mean is checked by <see cref="CelPass"/>, when the whole schema is there.
/// </summary>
internal static class CelRuleRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context) =>
        Apply(schema, property.Validation.Rules, property.Target, property.Type as ObjectReference, context);

    public static JsonObject Apply(JsonObject schema, EquatableArray<CelRuleModel> rules, string target, SchemaContext context) =>
        Apply(schema, rules, target, new(target), context);

    private static JsonObject Apply(
        JsonObject schema, EquatableArray<CelRuleModel> rules, string target, ObjectReference? type, SchemaContext context)
    {
        if (rules.Count == 0)
        {
            return schema;
        }

        var results = new List<JsonValue>();
        foreach (var rule in rules)
        {
            if (WhyNot(rule) is ({ } part, { } reason))
            {
                context.Report(
                    DiagnosticIds.BadCelRule, rule.TargetOf(target, part), target.Substring(target.LastIndexOf('.') + 1), reason);
                continue;
            }

            var result = Schema(rule, type, context);
            context.CelRules.Add(result, target, rule);
            results.Add(result);
        }

        var earlier = schema[Keywords.Validations] is JsonArray array ? array.Items : [];
        return schema.With(Keywords.Validations, new JsonArray(earlier.Concat(results).ToEquatableArray()));
    }

    private static JsonObject Schema(CelRuleModel rule, ObjectReference? type, SchemaContext context)
    {
        var schema = JsonObject.Of(("rule", JsonValue.Of(rule.Rule)))
            .WithText("message", rule.Message)
            .WithText("messageExpression", rule.MessageExpression)
            .WithText("reason", rule.Reason)
            .WithText("fieldPath", rule.FieldPath is { } path ? CelFieldPath.ToJson(path, type, context) : null);
        return rule.HasOptionalOldSelf is true ? schema.With("optionalOldSelf", JsonValue.Of(true)) : schema;
    }

    private static (string Part, string Reason)? WhyNot(CelRuleModel rule) =>
        string.IsNullOrWhiteSpace(rule.Rule) ? ("", "the rule is empty")
        : IsEmpty(rule.Message) ? ("Message", "the message is empty")
        : IsEmpty(rule.MessageExpression) ? ("MessageExpression", "the expression of the message is empty")
        : IsEmpty(rule.FieldPath) ? ("FieldPath", "the path is empty")
        : rule.Reason == "?" ? ("Reason", "the reason is none of the four")
        : rule.Message is not null && HasLineBreak(rule.Message.Trim()) ? ("Message", "the message has several lines")
        : rule.Message is null && HasLineBreak(rule.Rule.Trim()) ? ("", "a rule of several lines needs a message")
        : null;

    private static bool IsEmpty(string? text) => text is not null && string.IsNullOrWhiteSpace(text);

    private static bool HasLineBreak(string text) => text.IndexOfAny(['\n', '\r']) >= 0;
}
