using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Rules;

/// <summary>
/// <c>[Immutable]</c>. Rules with <c>oldSelf</c> run only where a value was and is; so a second rule, at the object around an optional
/// property, keeps it from being removed, and then set anew.
/// </summary>
internal static class ImmutableRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context) =>
        property.Validation.ImmutableMessage is { } message
            ? CelRuleRule.Apply(schema, Rules(new("self == oldSelf", message)), property.Target, context)
            : schema;

    /// <summary>Adds the rules of the properties to the object around them.</summary>
    public static JsonObject ApplyAround(JsonObject schema, ObjectModel type, SchemaContext context)
    {
        foreach (var property in type.Properties)
        {
            if (property.Validation.ImmutableMessage is not { } message || IsAlwaysThere(schema, property))
            {
                continue;
            }

            if (CelNames.Escape(property.JsonName) is not { } name)
            {
                context.Report(DiagnosticIds.InexpressibleName, property.Target, property.Name, property.JsonName);
                continue;
            }

            schema = CelRuleRule.Apply(
                schema, Rules(new($"!has(oldSelf.{name}) || has(self.{name})", message)), property.Target, context);
        }

        return schema;
    }

    private static bool IsAlwaysThere(JsonObject schema, PropertyModel property) =>
        schema.Texts(Keywords.Required).Contains(property.JsonName)
        || schema.Object(Keywords.Properties).Object(property.JsonName)[Keywords.Default] is not null;

    private static EquatableArray<CelRuleModel> Rules(CelRuleModel rule) => new([rule]);
}
