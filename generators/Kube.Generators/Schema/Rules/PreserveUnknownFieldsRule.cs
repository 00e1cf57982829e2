using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[PreserveUnknownFields]</c> on a property.</summary>
internal static class PreserveUnknownFieldsRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context) =>
        property.Validation.PreservesUnknownFields && schema.TypeName() == "object"
            ? schema.With(Keywords.PreserveUnknownFields, JsonValue.Of(true))
            : schema;
}
