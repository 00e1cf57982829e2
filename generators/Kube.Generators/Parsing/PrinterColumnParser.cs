using System.Globalization;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads the columns of <c>kubectl get</c>, in the order of their attributes.</summary>
internal static class PrinterColumnParser
{
    /// <summary>Names of the API server for the members of <c>PrinterColumnType</c>; the first one is derived.</summary>
    private static readonly string?[] s_types = [null, "string", "integer", "number", "boolean", "date"];

    public static EquatableArray<PrinterColumnModel> Parse(INamedTypeSymbol kind, ParseContext context)
    {
        var columns = new List<PrinterColumnModel>();
        foreach (var attribute in kind.Attributes(KnownNames.PrinterColumn))
        {
            var target = $"{context.Root}#column{columns.Count.ToString(CultureInfo.InvariantCulture)}";
            context.Locate(target, attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation());
            columns.Add(ParseOne(attribute, target));
        }

        return columns.ToEquatableArray();
    }

    /// <summary>The column of one attribute.</summary>
    public static PrinterColumnModel ParseOne(AttributeData attribute, string target) => new(
        attribute.Argument(0) as string ?? "",
        attribute.Argument(1) as string ?? "",
        TypeOf(attribute.Named<int>("Type")),
        attribute.Named<int>("Priority"),
        attribute.Named<string>("Description"),
        target)
    {
        Format = attribute.Named<string>("Format"),
    };

    private static string? TypeOf(int value) => value > 0 && value < s_types.Length ? s_types[value] : null;
}
