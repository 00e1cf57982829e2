namespace Kube.Generators.Schema.Cel.Syntax;

/// <summary>Goes over trees.</summary>
internal static class CelTree
{
    /// <summary>A node and all below it.</summary>
    public static IEnumerable<CelNode> Of(CelNode? node) => node is null ? [] : Parts(node).SelectMany(Of).Prepend(node);

    private static IEnumerable<CelNode> Parts(CelNode node) => node switch
    {
        CelSelect select => [select.Operand],
        CelCall { Target: { } target } call => call.Arguments.Prepend(target),
        CelCall call => call.Arguments,
        CelListLiteral list => list.Items,
        CelMapLiteral map => map.Entries.SelectMany(e => new[] { e.Key, e.Value }),
        CelFold fold => [fold.Range, fold.Initial, fold.Condition, fold.Step, fold.Result],
        _ => [],
    };
}
