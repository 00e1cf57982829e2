using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema.Cel.Cost;

/// <summary>A bound that a schema lacks.</summary>
/// <param name="Path">What is not bounded, from the kind on.</param>
/// <param name="Keyword">The keyword that would bound it: <c>maxItems</c>, <c>maxProperties</c> or <c>maxLength</c>.</param>
internal sealed record MissingBound(SchemaPath Path, string Keyword)
{
    public override string ToString() => $"{Path} ({Keyword})";
}
