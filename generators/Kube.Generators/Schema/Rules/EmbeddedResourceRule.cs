using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary>
/// <c>[EmbeddedResource]</c>: the server treats the value as a whole object of Kubernetes, with version, kind and metadata of which it knows
/// more than a schema may say.
/// </summary>
internal static class EmbeddedResourceRule
{
    private static readonly string[] s_members = ["apiVersion", "kind", "metadata"];

    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        if (!property.Validation.IsEmbeddedResource)
        {
            return schema;
        }

        var keyword = schema[Keywords.Items] is not null ? Keywords.Items
            : schema[Keywords.AdditionalProperties] is not null ? Keywords.AdditionalProperties
            : null;
        var value = keyword is null ? schema : schema.Object(keyword);
        var known = value.Object(Keywords.Properties);
        var isOpen = value.Is(Keywords.PreserveUnknownFields);
        var reason = value.TypeName() != "object" ? "only an object is one; use the class of a kind or JsonObject"
            : !isOpen && s_members.FirstOrDefault(m => known[m] is null) is { } missing ? $"its type has no '{missing}'"
            : null;
        if (reason is not null)
        {
            context.Report(DiagnosticIds.BadEmbeddedResource, property.Target, property.Name, reason);
            return schema;
        }

        value = value.With(Keywords.EmbeddedResource, JsonValue.Of(true));
        if (known.Members.Count > 0)
        {
            known = known.With("apiVersion", ScalarSchemas.For(ScalarKind.Text)).With("kind", ScalarSchemas.For(ScalarKind.Text))
                .With("metadata", JsonObject.Of((Keywords.Type, JsonValue.Of("object"))));
            value = value.With(Keywords.Properties, known);
        }

        return keyword is null ? value : schema.With(keyword, value);
    }
}
