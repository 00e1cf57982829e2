namespace Kube.Generators.Schema.Paths;

/// <summary>One step of a JSONPath.</summary>
internal abstract record PathStep(string Text);

/// <summary><c>.name</c> or <c>['name']</c>.</summary>
internal sealed record NameStep(string Name) : PathStep(Name);

/// <summary>All members or items, an index, a slice, or several names: <c>[*]</c>, <c>.*</c>, <c>[0]</c>, <c>[1:3]</c>, <c>['a','b']</c>.</summary>
internal sealed record AnyStep(string Text) : PathStep(Text);

/// <summary>Items for which something holds: <c>[?(@.type=="Ready")]</c>.</summary>
/// <param name="Text">The step as it is written.</param>
/// <param name="Operands">Both sides of the comparison, or the only path that must exist.</param>
internal sealed record FilterStep(string Text, IReadOnlyList<string> Operands) : PathStep(Text);

/// <summary>Everything below, <c>..</c>: the types say nothing of what is found.</summary>
internal sealed record DescendStep() : PathStep("..");
