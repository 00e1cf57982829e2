using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[Nullable]</c>. A <c>T?</c> alone never is: clients leave nulls out, and the server drops them.</summary>
internal static class NullableRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context) =>
        property.Validation.IsNullable ? schema.With(Keywords.Nullable, JsonValue.Of(true)) : schema;
}
