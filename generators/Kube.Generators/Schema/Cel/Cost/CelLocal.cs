using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Cost;

/// <summary>What is known of a local variable.</summary>
internal sealed record CelLocal(string Name, CelPlace? Place, CelRange? Size, CelEntrySize? EntrySize);

/// <summary>Sizes of the keys and values in a list or map that a rule makes itself.</summary>
internal sealed record CelEntrySize(CelKind Kind, CelRange Key, CelRange Value)
{
    public CelEntrySize Union(CelEntrySize other) => this with { Key = Key.Union(other.Key), Value = Value.Union(other.Value) };
}
