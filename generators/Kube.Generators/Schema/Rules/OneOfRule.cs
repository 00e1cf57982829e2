using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[AtMostOneOf]</c>, <c>[ExactlyOneOf]</c> and <c>[AtLeastOneOf]</c>: rules that count which properties are set.</summary>
internal static class OneOfRule
{
    /// <summary>Adds the rules of a type's groups.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="type">The type.</param>
    /// <param name="unless">An expression under which the groups do not matter; null for none.</param>
    /// <param name="context">Takes the problems.</param>
    public static JsonObject Apply(JsonObject schema, ObjectModel type, string? unless, SchemaContext context)
    {
        foreach (var group in type.Validation.Groups)
        {
            var members = group.Properties.Select(n => type.Properties.FirstOrDefault(p => p.Name == n)).ToList<PropertyModel?>();
            if (WhyNot(group, members, schema) is { } reason)
            {
                context.Report(DiagnosticIds.BadGroup, type.Id, AttributeOf(group.Kind), type.Name, reason);
                continue;
            }

            var test = RuleOf(group.Kind, [.. members.Select(m => $"has(self.{CelNames.Escape(m!.JsonName)})")]);
            var rule = new CelRuleModel(
                unless is null ? test : $"{unless} || ({test})",
                group.Message ?? MessageOf(group.Kind, string.Join(", ", members.Select(m => m!.JsonName))));
            schema = CelRuleRule.Apply(schema, new EquatableArray<CelRuleModel>([rule]), type.Id, context);
        }

        return schema;
    }

    private static string RuleOf(OneOfKind kind, IReadOnlyList<string> tests) => kind switch
    {
        OneOfKind.AtLeastOne => string.Join(" || ", tests),
        OneOfKind.ExactlyOne => Sum(tests) + " == 1",
        _ => Sum(tests) + " <= 1",
    };

    private static string Sum(IEnumerable<string> tests) => string.Join(" + ", tests.Select(t => $"({t} ? 1 : 0)"));

    private static string MessageOf(OneOfKind kind, string names) => kind switch
    {
        OneOfKind.AtLeastOne => $"at least one of {names} must be set",
        OneOfKind.ExactlyOne => $"exactly one of {names} must be set",
        _ => $"at most one of {names} may be set",
    };

    private static string AttributeOf(OneOfKind kind) => kind switch
    {
        OneOfKind.AtLeastOne => "AtLeastOneOf",
        OneOfKind.ExactlyOne => "ExactlyOneOf",
        _ => "AtMostOneOf",
    };

    private static string? WhyNot(OneOfModel group, List<PropertyModel?> members, JsonObject schema)
    {
        var required = schema.Texts(Keywords.Required).ToList();
        var properties = schema.Object(Keywords.Properties);
        return members.Count < 2 ? "it names fewer than two properties"
            : group.Properties.Distinct().Count() != members.Count ? "it names a property twice"
            : group.Properties.Where((_, i) => members[i] is null).FirstOrDefault() is { } missing
                ? $"there is no property '{missing}'; use nameof"
            : members.FirstOrDefault(m => required.Contains(m!.JsonName)) is { } always ? $"'{always.Name}' is required, so it is always set"
            : members.FirstOrDefault(m => properties.Object(m!.JsonName)[Keywords.Default] is not null) is { } filled
                ? $"'{filled.Name}' has a default, so it is always set"
            : members.FirstOrDefault(m => CelNames.Escape(m!.JsonName) is null) is { } odd
                ? $"no rule can say '{odd.JsonName}'; rename it with [JsonPropertyName]"
            : null;
    }
}
