using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[Title]</c>, <c>[Example]</c> and <c>[ExternalDocs]</c>, on properties and types. Those of a property win over those of its type.</summary>
internal static class AnnotationRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context) =>
        Apply(schema, property.Validation.Annotations, property.Target, property.Name, context);

    public static JsonObject Apply(JsonObject schema, AnnotationModel annotations, string target, string name, SchemaContext context)
    {
        schema = schema.WithText(Keywords.Title, annotations.Title);
        if (annotations.Example is { } text)
        {
            var value = JsonReader.Read(text);
            var reason = value is null ? "it is not JSON" : ValueCheck.WhyInvalid(DefaultCompletion.Complete(value, schema), schema);
            schema = reason is null ? schema.With(Keywords.Example, value!) : schema;
            Report(reason, $"Example {text}");
        }

        else if (annotations.DocumentedExample is { } documented && ValueOf(documented, schema) is { } example)
        {
            schema = schema.With(Keywords.Example, example);
        }

        if (annotations.DocsUrl is { } url)
        {
            var docs = JsonObject.Of(("url", JsonValue.Of(url))).WithText(Keywords.Description, annotations.DocsDescription);
            var isAddress = Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
            schema = isAddress ? schema.With(Keywords.ExternalDocs, docs) : schema;
            Report(isAddress ? null : "it is no absolute address", $"Address '{url}'");
        }

        return schema;

        void Report(string? reason, string what)
        {
            if (reason is not null)
            {
                context.Report(DiagnosticIds.BadAnnotation, target, what, name, reason);
            }
        }
    }

    /// <summary>An example of documentation as JSON, or as a bare text; null when it is no value of the schema.</summary>
    private static JsonValue? ValueOf(string example, JsonObject schema) =>
        JsonReader.Read(example) is { } value && ValueCheck.WhyInvalid(value, schema) is null ? value
            : ValueCheck.WhyInvalid(JsonValue.Of(example), schema) is null && schema.TypeName() == "string" ? JsonValue.Of(example)
            : null;
}
