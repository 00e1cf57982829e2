using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Cost;

/// <summary>A place in the schema that an expression reads: its declaration says how much can be there.</summary>
/// <param name="Declaration">The declaration; null for the keys of a map.</param>
/// <param name="Path">Its path from <c>self</c> on, as people write it.</param>
internal sealed record CelPlace(CelDeclaration? Declaration, string Path)
{
    /// <summary>Most that can be there. Keys count nothing, as the server has it.</summary>
    public CelRange Size => new(0, (ulong)(Declaration?.MaxElements ?? 0));

    public CelPlace? Elements => Declaration?.Elements is { } elements ? new(elements, Path + "[]") : null;

    public CelPlace? Keys => Declaration?.Type.Kind == CelKind.Map ? new(null, Path + "{}") : null;

    public CelPlace? Field(string name) =>
        Declaration is not null && Declaration.Fields.TryGetValue(name, out var field) ? new(field, $"{Path}.{name}") : null;
}
