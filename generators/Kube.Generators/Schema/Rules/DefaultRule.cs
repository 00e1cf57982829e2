using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Cel;

namespace Kube.Generators.Schema.Rules;

/// <summary>
/// <c>[Default]</c>, else the initialiser. Runs when the schema is complete: the server refuses a default that breaks any part of it.
/// </summary>
internal static class DefaultRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        var (said, initialiser) = (property.Validation.Default, property.Initialiser);
        var (text, target) = said is null ? (initialiser?.Json, property.InitialiserTarget) : (said, property.Target);
        if (text is null)
        {
            CheckRequired(property, context);
            return initialiser is null ? schema : Without(schema, DiagnosticIds.NotConstant, target, [property.Name, initialiser.Text], context);
        }

        if (JsonReader.Read(text) is not { } value)
        {
            return Without(schema, DiagnosticIds.DefaultNotJson, target, [property.Name, text], context);
        }

        if (schema.Is(Keywords.Nullable) && value is not JsonNull)
        {
            context.Report(DiagnosticIds.NullableDefault, property.Target, property.Name);
        }

        if (WhyInvalid(value, schema) is null)
        {
            return With(schema, value, property, context);
        }

        var complete = DefaultCompletion.Complete(value, schema);
        if (WhyInvalid(complete, schema) is { } reason)
        {
            return said is null && initialiser!.IsNewObject
                ? Without(schema, DiagnosticIds.NewIsNoDefault, target, [property.Name, reason], context)
                : Without(schema, DiagnosticIds.DefaultMismatch, target, [text, property.Name, reason], context);
        }

        return With(schema, complete, property, context);
    }

    private static JsonObject With(JsonObject schema, JsonValue value, PropertyModel property, SchemaContext context)
    {
        Compare(value, property, context);
        return schema.With(Keywords.Default, value);
    }

    /// <summary>Whether a property must be set because its <c>new()</c> is nothing that the server could make.</summary>
    public static bool IsRequired(PropertyModel property, JsonObject schema) =>
        property is { Initialiser.IsNewObject: true, Validation.Default: null } && schema[Keywords.Default] is null;

    private static JsonObject Without(JsonObject schema, string id, string target, string[] arguments, SchemaContext context)
    {
        context.Report(id, target, arguments);
        return schema;
    }

    /// <summary>What code begins with and what it never sends must not contradict what the server fills in.</summary>
    private static void Compare(JsonValue value, PropertyModel property, SchemaContext context)
    {
        if (property is { Validation.Default: not null, Initialiser: { Json: { } begins, IsNewObject: false } } && !IsSame(JsonReader.Read(begins), value))
        {
            context.Report(DiagnosticIds.DefaultsDiffer, property.InitialiserTarget, property.Name, begins, JsonPrinter.Print(value));
        }

        if (property.OmittedValue is { } omitted && !IsSame(JsonReader.Read(omitted), value))
        {
            context.Report(DiagnosticIds.NeverSent, property.Target, property.Name, omitted, $"fills in {JsonPrinter.Print(value)}");
        }
    }

    private static void CheckRequired(PropertyModel property, SchemaContext context)
    {
        if (property is { Validation.IsRequired: true, OmittedValue: { } omitted })
        {
            context.Report(DiagnosticIds.NeverSent, property.Target, property.Name, omitted, "refuses the object");
        }
    }

    private static bool IsSame(JsonValue? left, JsonValue right) =>
        left is JsonNumber one && right is JsonNumber other ? one.Value == other.Value : Equals(left, right);

    private static string? WhyInvalid(JsonValue value, JsonObject schema) =>
        value is JsonNull ? "the server drops a null; leave the default out" : ValueCheck.WhyInvalid(value, schema) ?? CelValueCheck.WhyRefused(value, schema);
}
