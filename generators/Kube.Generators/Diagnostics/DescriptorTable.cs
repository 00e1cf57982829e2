using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>All diagnostics by id, and how a <see cref="Problem"/> becomes one.</summary>
internal static class DescriptorTable
{
    public const string Category = "Kube.CustomResources";
    public const string Help = "docs/diagnostics/";

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = ((DiagnosticDescriptor[])
    [
        TypeDescriptors.NotPartial,
        TypeDescriptors.NoEntity,
        TypeDescriptors.BadName,
        TypeDescriptors.NoMetadata,
        TypeDescriptors.NoJsonContext,
        TypeDescriptors.NotInJsonContext,
        TypeDescriptors.NotCamelCase,
        TypeDescriptors.UnsupportedType,
        TypeDescriptors.NumericEnum,
        TypeDescriptors.DuplicateJsonName,
        TypeDescriptors.KindShape,
        TypeDescriptors.Recursion,
        TypeDescriptors.Versions,
        SchemaDescriptors.BadBound,
        SchemaDescriptors.BadLength,
        SchemaDescriptors.BadPattern,
        SchemaDescriptors.BadAllowedValues,
        SchemaDescriptors.DefaultNotJson,
        SchemaDescriptors.DefaultMismatch,
        SchemaDescriptors.BadListType,
        SchemaDescriptors.BadListKey,
        SchemaDescriptors.BadCelRule,
        SchemaDescriptors.BadPrinterColumn,
        SchemaDescriptors.BadAtomic,
        .. ClientDescriptors.All,
    ]).ToDictionary(d => d.Id);

    public static IEnumerable<DiagnosticDescriptor> All => s_byId.Values;

    /// <summary>The diagnostic, at the place of the problem's target; nowhere when the target has no place in source.</summary>
    public static Diagnostic ToDiagnostic(Problem problem, IReadOnlyDictionary<string, TargetLocation> locations)
    {
        var location = locations.TryGetValue(problem.Target, out var place)
            ? Location.Create(place.Path, place.Span, place.Lines)
            : Location.None;
        return Diagnostic.Create(s_byId[problem.Id], location, [.. problem.Arguments]);
    }
}
