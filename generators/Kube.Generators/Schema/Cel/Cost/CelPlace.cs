using Kube.Generators.Json;
using Kube.Generators.Schema.Cel.Types;
using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema.Cel.Cost;

/// <summary>A place in the schema that an expression reads: its declaration says how much can be there.</summary>
/// <param name="Declaration">The declaration; null for the keys of a map, and where the path leads nowhere.</param>
/// <param name="Path">Its path from <c>self</c> on; null when it leads out of the schema.</param>
internal sealed record CelPlace(CelDeclaration? Declaration, SchemaPath? Path)
{
    /// <summary>A path that leads out of the schema.</summary>
    public static CelPlace Nowhere { get; } = new(null, null);

    /// <summary>Most that can be there; null when that is unknown. Keys count nothing, as the server has it.</summary>
    public CelRange? Size => this == Nowhere ? null : new(0, (ulong)(Declaration?.MaxElements ?? 0));

    /// <summary>The keyword that would bound what is there; null when it is bounded.</summary>
    public string? MissingBound => Declaration is null || HasNaturalBound(Declaration.Schema)
        ? null
        : Declaration.Type.Kind switch
        {
            CelKind.List => Missing("maxItems"),
            CelKind.Map => Missing("maxProperties"),

            // Bytes and numbers-or-texts have no length that an attribute could bound.
            CelKind.String => Missing("maxLength"),
            _ => null,
        };

    public CelPlace Elements => Declaration?.Elements is { } elements ? new(elements, Path!.Then(SchemaPath.Element)) : Nowhere;

    public CelPlace Keys => Declaration?.Type.Kind == CelKind.Map ? new(null, Path!.Then("{}")) : Nowhere;

    public CelPlace Field(string name) =>
        Declaration is not null && Declaration.Fields.TryGetValue(name, out var field) ? new(field, Path!.Then(JsonNameOf(name)))
        : Nowhere;

    private string JsonNameOf(string field) =>
        Declaration!.Schema.Object(Keywords.Properties).Members.FirstOrDefault(m => CelNames.Escape(m.Name) == field)?.Name ?? field;

    private static bool HasNaturalBound(JsonObject schema) =>
        schema[Keywords.Enum] is not null || schema.Text(Keywords.Format) is "duration" or "date" or "date-time";

    private string? Missing(string keyword) => Declaration!.Schema[keyword] is null ? keyword : null;
}
