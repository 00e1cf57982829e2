using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Paths;

/// <summary>
/// Makes the columns of <c>kubectl get</c>: those of properties, whose path is known, then those of the kind, whose path is followed through
/// the types. The end of the path gives the type of the column.
/// </summary>
internal static class PrinterColumns
{
    private static readonly HashSet<string> s_formats =
        new(StringComparer.Ordinal) { "int32", "int64", "float", "double", "byte", "date", "date-time", "password" };

    public static JsonArray Build(ResourceModel resource, ObjectModel kind, SchemaContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var columns = new List<JsonValue>();
        foreach (var (column, misplaced) in OfProperties(kind, context).Concat(OfKind(resource)))
        {
            var end = misplaced is null ? JsonPath.Follow(column.JsonPath, kind, context) : default;
            var type = column.Type ?? TypeOf(end.Type);
            var reason = misplaced ?? end.Problem ?? WhyNot(column, names) ?? (type is null
                ? "the path ends at something with parts, or at any value; set Type, or go further" : null);
            if (reason is not null)
            {
                context.Report(DiagnosticIds.BadPrinterColumn, column.Target, column.Name, column.JsonPath, reason);
                continue;
            }

            columns.Add(Manifest(column, type!));
        }

        return new(columns.ToEquatableArray());
    }

    private static IEnumerable<(PrinterColumnModel Column, string? Misplaced)> OfProperties(ObjectModel kind, SchemaContext context) =>
        PropertyPaths.Of(kind, context).SelectMany(p => p.Property.Validation.Columns, (p, column) => (
            column with { JsonPath = p.ForColumn, Target = p.Property.Target },
            column.JsonPath.Length > 0 ? "a property knows its path; give none, or put the column on the kind"
            : p.IsInCollection ? "it is inside a list or dictionary; put the column on the kind, with a path that says which item"
            : null));

    private static IEnumerable<(PrinterColumnModel Column, string? Misplaced)> OfKind(ResourceModel resource) =>
        resource.PrinterColumns.Select(c => (c, c.JsonPath.Length == 0 ? "a column of a kind has a path" : null));

    private static string? WhyNot(PrinterColumnModel column, HashSet<string> names) =>
        column.Name.Length == 0 ? "it has no name"
        : !names.Add(column.Name) ? "another column has the same name"
        : column.Format is { } format && !s_formats.Contains(format) ? $"'{format}' is no format of columns; there are {string.Join(", ", s_formats)}"
        : null;

    private static JsonObject Manifest(PrinterColumnModel column, string type)
    {
        var manifest = JsonObject.Of(
            ("name", JsonValue.Of(column.Name)), ("jsonPath", JsonValue.Of(column.JsonPath)), ("type", JsonValue.Of(type)));
        return (column.Priority == 0 ? manifest : manifest.With("priority", JsonValue.Of(column.Priority)))
            .WithText(Keywords.Format, column.Format)
            .WithText(Keywords.Description, column.Description);
    }

    private static string? TypeOf(TypeModel? type) => type switch
    {
        EnumModel => "string",
        StatedModel stated => (JsonReader.Read(stated.Json) as JsonObject)?.TypeName() is "string" or "integer" or "number" or "boolean"
            ? ((JsonObject)JsonReader.Read(stated.Json)!).TypeName()
            : null,
        ScalarModel { Kind: ScalarKind.DateTime } => "date",
        ScalarModel { Kind: not (ScalarKind.Any or ScalarKind.AnyObject or ScalarKind.AnyList) } scalar => ScalarSchemas.For(scalar.Kind).TypeName() is { Length: > 0 } name
            ? name
            : "string",
        _ => null,
    };
}
