using Kube.Generators.Json;
using Kube.Generators.Schema.Cel.Cost;
using Kube.Generators.Schema.Cel.Types;
using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema.Cel;

/// <summary>Where in the schema of a kind a rule stands, and what that means for it.</summary>
internal sealed record CelPlaceInSchema
{
    private CelPlaceInSchema()
    {
    }

    public static CelPlaceInSchema Root { get; } = new();

    /// <summary>Path from the kind.</summary>
    public SchemaPath Path { get; private init; } = SchemaPath.Root;

    public bool IsRoot => Path.Parent is null;

    /// <summary>How often the value can be there: the product of the bounds above it; null when one of them is missing.</summary>
    public ulong? Repetitions { get; private init; } = 1;

    /// <summary>The lists and maps above that have no bound.</summary>
    public IReadOnlyList<MissingBound> Unbounded { get; private init; } = [];

    /// <summary>The list or map above whose items have no former value to compare with; null when there is none.</summary>
    public SchemaPath? Uncorrelated { get; private init; }

    public CelPlaceInSchema Property(JsonObject parent, string name) =>
        Below(parent.Text(Keywords.MapType) != "atomic") with { Path = Path.Then(name) };

    public CelPlaceInSchema Items(JsonObject list) =>
        Repeated(list, "maxItems").Below(list.Text(Keywords.ListType) == "map") with { Path = Path.Then(SchemaPath.Element) };

    public CelPlaceInSchema Values(JsonObject map) =>
        Repeated(map, "maxProperties").Below(map.Text(Keywords.MapType) != "atomic") with { Path = Path.Then(SchemaPath.Element) };

    /// <summary>Whether a schema here is one of whole objects, of whose metadata rules see only names.</summary>
    public bool IsWholeObject(JsonObject schema) => IsRoot || schema.Is(CelRootSchema.EmbeddedResource);

    /// <summary>How often a rule about the value can run in one object.</summary>
    public ulong RunsOf(CelDeclaration self) => Repetitions ?? CelCost.MaxRepetitions(self);

    private CelPlaceInSchema Below(bool isCorrelated) => isCorrelated ? this : this with { Uncorrelated = Uncorrelated ?? Path };

    private CelPlaceInSchema Repeated(JsonObject schema, string keyword) => schema.Number(keyword) is { } bound
        ? this with { Repetitions = Repetitions is { } runs ? CelRange.Multiply(runs, (ulong)Math.Max(0, bound)) : null }
        : this with { Repetitions = null, Unbounded = [.. Unbounded, new(Path, keyword)] };
}
