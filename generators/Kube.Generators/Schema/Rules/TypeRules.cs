using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.KubernetesFacts;

namespace Kube.Generators.Schema.Rules;

/// <summary>Lays the attributes of a type over the schema made of its properties.</summary>
internal static class TypeRules
{
    public static JsonObject Apply(JsonObject schema, ObjectModel type, TypeFacts facts, SchemaContext context)
    {
        if (type.Validation.IsAtomic || facts.IsAtomic)
        {
            schema = schema.With(Keywords.MapType, JsonValue.Of("atomic"));
        }

        if (type.Validation.PreservesUnknownFields)
        {
            schema = schema.With(Keywords.PreserveUnknownFields, JsonValue.Of(true));
        }

        schema = OneOfRule.Apply(schema, type, null, context);

        // Of one of several types, each takes care of its own.
        schema = type.Union is null ? ImmutableRule.ApplyAround(schema, type, context) : schema;
        schema = CelRuleRule.Apply(schema, type.Validation.Rules, type.Id, context)
            .WithText(Keywords.Description, DescriptionLength.Cut(type.Description, context.Settings.LongestDescription));
        return AnnotationRule.Apply(schema, type.Validation.Annotations, type.Id, type.Name, context);
    }
}
