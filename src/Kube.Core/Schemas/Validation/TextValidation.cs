using System.Text.Json.Nodes;

namespace Kube;

/// <summary>Lengths, pattern and format of texts. Of the first three, API servers report one.</summary>
internal static class TextValidation
{
    public static void Check(SchemaNode schema, JsonValue value, ProblemList problems)
    {
        if (schema is { MaxLength: null, MinLength: null, Pattern: null, Format: "" })
        {
            return;
        }

        var text = value.GetValue<string>();
        CheckShape(schema, text, problems);
        if (schema.Type is "" or "string" && !SchemaFormat.IsValid(schema.Format, text))
        {
            ValueValidation.AddType(problems, schema.Format, text);
        }
    }

    private static void CheckShape(SchemaNode schema, string text, ProblemList problems)
    {
        var length = schema.MaxLength is null && schema.MinLength is null ? 0 : text.EnumerateRunes().Count();
        if (length > schema.MaxLength)
        {
            problems.Add(SchemaProblemKind.TooLong, $"Too long: may not be more than {schema.MaxLength} {(schema.MaxLength == 1 ? "byte" : "bytes")}");
        }
        else if (length < schema.MinLength)
        {
            Add(problems, text, $"should be at least {schema.MinLength} chars long");
        }
        else if (schema.Pattern?.IsMatch(text) == false)
        {
            Add(problems, text, $"should match '{schema.Pattern}'");
        }
    }

    private static void Add(ProblemList problems, string text, string reason) =>
        problems.Add(SchemaProblemKind.InvalidValue, $"Invalid value: {GoText.Quote(text)}: {problems.Path} in body {reason}");
}
