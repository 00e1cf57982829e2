using System.Globalization;
using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Cost;

/// <summary>Costs of the list library, whose functions make new lists.</summary>
internal static class CelListCosts
{
    public static (CelRange Cost, CelRange? Size)? Of(
        string function, CelOperand? target, IReadOnlyList<CelOperand> arguments, ulong newList)
    {
        var overhead = CelRange.Of(newList + 1);
        switch (function, target, arguments.Count)
        {
            case ("slice", not null, 2):
                var part = CelRange.Of(unchecked(Number(arguments[1], target.Size.Max) - Number(arguments[0], 0)));
                return (part + overhead, part);
            case ("lists.range", null, 1):
                var count = CelRange.Of(Number(arguments[0], ulong.MaxValue));
                return (count + overhead, count);
            case ("reverse", not null, 0):
                return (target.Size + overhead, target.Size);
            case ("flatten", not null, _):
                return ((target.Size * (double)(arguments.Count == 0 ? 1 : Number(arguments[0], ulong.MaxValue))) + overhead, target.Size);
            case ("distinct" or "sort", not null, 0):
                var pairs = target.Size * target.Size;
                return ((pairs * ItemCost(target)) + overhead, pairs);
            case (CelOperators.SortByKeys, not null, 1):
                var keyPairs = arguments[0].Size * arguments[0].Size;
                return ((keyPairs * ItemCost(arguments[0])) + overhead, keyPairs);
            default:
                return null;
        }
    }

    /// <summary>Two comparisons of items; texts take a little more.</summary>
    private static double ItemCost(CelOperand list) => list.Items is { Type.Kind: CelKind.String or CelKind.Bytes } ? 2.1 : 2;

    private static ulong Number(CelOperand operand, ulong otherwise) =>
        operand.Node is CelLiteral literal
        && ulong.TryParse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
