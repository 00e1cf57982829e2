using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.KubernetesFacts;

namespace Kube.Generators.Schema.Rules;

/// <summary>Lays what the facts table knows of a Kubernetes property over its schema.</summary>
internal static class FactsRule
{
    public static bool IsRequired(PropertyModel property, TypeFacts facts) =>
        (property.Validation.IsRequired && !facts.Optional.Contains(property.JsonName)) || facts.Required.Contains(property.JsonName);

    public static JsonObject Apply(JsonObject schema, PropertyModel property, TypeFacts types)
    {
        if (!types.Properties.TryGetValue(property.JsonName, out var facts))
        {
            return schema;
        }

        schema = JsonObject.Of(schema.Members.Concat(facts.Validations));
        if (facts.ListKeys.Count > 0)
        {
            schema = schema.With(Keywords.ListType, JsonValue.Of("map")).With(Keywords.ListMapKeys, JsonValue.Of(facts.ListKeys));
        }

        schema = facts.IsSet ? schema.With(Keywords.ListType, JsonValue.Of("set")) : schema;
        schema = facts.IsAtomicMap ? schema.With(Keywords.MapType, JsonValue.Of("atomic")) : schema;
        return facts.Default is { } value ? schema.With(Keywords.Default, value) : schema;
    }
}
