using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary>Validation of .NET that no schema can say: the server would not do it, and nobody would notice.</summary>
internal static class InexpressibleRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        foreach (var name in property.Validation.Inexpressible)
        {
            var problem = Problem.Of(DiagnosticIds.NoEffect, property.Target, $"[{name}]", property.Name, "a schema cannot say it; write a [CelRule]");
            context.Report(problem with { Properties = new([new(DiagnosticProperties.Attribute, name)]) });
        }

        return schema;
    }
}
