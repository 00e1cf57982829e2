using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary>Lays the attributes of a property over the schema of its type, in the order of the list: a default is judged last.</summary>
internal static class PropertyRules
{
    private delegate JsonObject Rule(JsonObject schema, PropertyModel property, SchemaContext context);

    private static readonly Rule[] s_inOrder =
    [
        PreserveUnknownFieldsRule.Apply,
        EmbeddedResourceRule.Apply,
        FormatRule.Apply,
        BoundsRule.Apply,
        MultipleOfRule.Apply,
        LengthRule.Apply,
        PatternRule.Apply,
        AllowedValuesRule.Apply,
        ItemsRule.Apply,
        NullableRule.Apply,
        ListTypeRule.Apply,
        AtomicRule.Apply,
        ImmutableRule.Apply,
        CelRuleRule.Apply,
        DefaultRule.Apply,
        DescriptionRule.Apply,
        AnnotationRule.Apply,
        InexpressibleRule.Apply,
    ];

    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context) =>
        s_inOrder.Aggregate(schema, (current, rule) => rule(current, property, context));
}
