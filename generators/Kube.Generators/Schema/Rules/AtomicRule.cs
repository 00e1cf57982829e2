using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[Atomic]</c> on an object or dictionary.</summary>
internal static class AtomicRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        if (!property.Validation.IsAtomic)
        {
            return schema;
        }

        if (schema.TypeName() != "object")
        {
            context.Report(DiagnosticIds.BadAtomic, property.Target, property.Name);
            return schema;
        }

        return schema.With(Keywords.MapType, JsonValue.Of("atomic"));
    }
}
