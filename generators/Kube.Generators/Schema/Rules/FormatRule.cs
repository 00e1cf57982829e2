using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary><c>[Format]</c>. The server checks the formats that it knows and ignores all others in silence.</summary>
internal static class FormatRule
{
    /// <summary>Formats of texts; hyphens do not count in the first list.</summary>
    private static readonly HashSet<string> s_texts = new(StringComparer.Ordinal)
    {
        "bsonobjectid", "byte", "cidr", "creditcard", "date", "datetime", "duration", "email", "hexcolor", "hostname", "ipv4", "ipv6",
        "isbn", "isbn10", "isbn13", "mac", "password", "rgbcolor", "ssn", "uri", "uuid", "uuid3", "uuid4", "uuid5",
    };

    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal) { "k8s-short-name", "k8s-long-name" };

    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        if (property.Validation.Format is not { } format)
        {
            return schema;
        }

        if (WhyNot(format, schema) is { } reason)
        {
            context.Report(DiagnosticIds.BadFormat, property.Target, format, property.Name, reason);
            return schema;
        }

        return schema.With(Keywords.Format, JsonValue.Of(format));
    }

    /// <summary>Why the server ignores a format of a schema; null when it does not.</summary>
    public static string? WhyNot(string format, JsonObject schema) => schema.TypeName() switch
    {
        "string" => s_texts.Contains(format.Replace("-", "")) || s_names.Contains(format) ? null : "it knows no such format of texts",
        "integer" => format is "int32" or "int64" ? null : "whole numbers have the formats int32 and int64",
        "number" => format is "float" or "double" ? null : "numbers have the formats float and double",
        "array" => "a list has none; put it in [Items(Format = ...)]",
        _ => "only texts and numbers have formats",
    };
}
