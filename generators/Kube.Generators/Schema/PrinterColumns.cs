using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema;

/// <summary>Makes the columns of <c>kubectl get</c>: follows each path through the types, whose end gives the type of the column.</summary>
internal static class PrinterColumns
{
    public static JsonArray Build(ResourceModel resource, ObjectModel kind, SchemaContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var columns = new List<JsonValue>();
        foreach (var column in resource.PrinterColumns)
        {
            var end = JsonPath.Follow(column.JsonPath, kind, context);
            var type = column.Type ?? TypeOf(end.Type);
            var reason = end.Problem
                ?? (column.Name.Length == 0 ? "it has no name" : names.Add(column.Name) ? null : "another column has the same name")
                ?? (type is null ? "the path ends at something with parts; set Type, or go further" : null);
            if (reason is not null)
            {
                context.Report(DiagnosticIds.BadPrinterColumn, column.Target, column.Name, column.JsonPath, reason);
                continue;
            }

            columns.Add(Manifest(column, type!));
        }

        return new(columns.ToEquatableArray());
    }

    private static JsonObject Manifest(PrinterColumnModel column, string type)
    {
        var manifest = JsonObject.Of(
            ("name", JsonValue.Of(column.Name)), ("jsonPath", JsonValue.Of(column.JsonPath)), ("type", JsonValue.Of(type)));
        return (column.Priority == 0 ? manifest : manifest.With("priority", JsonValue.Of(column.Priority)))
            .WithText(Keywords.Description, column.Description);
    }

    private static string? TypeOf(TypeModel? type) => type switch
    {
        EnumModel => "string",
        ScalarModel { Kind: ScalarKind.Boolean } => "boolean",
        ScalarModel { Kind: ScalarKind.Int32 or ScalarKind.Int64 } => "integer",
        ScalarModel { Kind: ScalarKind.Number } => "number",
        ScalarModel { Kind: ScalarKind.DateTime } => "date",
        ScalarModel { Kind: not (ScalarKind.Any or ScalarKind.AnyObject) } => "string",
        _ => null,
    };
}
