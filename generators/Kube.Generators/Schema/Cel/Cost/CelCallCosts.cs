using System.Globalization;
using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Cost;

/// <summary>
/// Cost of a call beyond that of its operands, and the size of its result; null for a result whose size follows from its type. The figures
/// are those of the API server: changing them would change which rules it takes, so they stay.
/// </summary>
internal static class CelCallCosts
{
    private const double Traversal = 0.1;
    private const double Pattern = 0.25;
    private const double LongestFormatPattern = 128;
    private const ulong NewList = 10;
    private static readonly CelRange s_one = CelRange.Of(1);

    public static (CelRange Cost, CelRange? Size) Of(string function, CelOperand? target, IReadOnlyList<CelOperand> arguments)
    {
        var first = arguments.Count > 0 ? arguments[0] : null;
        return (function, target, first) switch
        {
            ("matches" or "find" or "findAll", _, not null) => OfPattern(function, target, arguments),
            ("isSorted" or "max" or "min" or "sum" or "indexOf" or "lastIndexOf", not null, _) => (OfSearch(target), null),
            ("lowerAscii" or "upperAscii" or "substring" or "trim", not null, _) => (target.Size * Traversal, target.Size),
            ("url", _, not null) => (first.Size * Traversal, first.Size),
            ("replace", not null, not null) => (target.Size * (2 * Traversal), CelTextSizes.Replaced(target.Size, first.Size, arguments[1].Size)),
            ("split", not null, _) => (target.Size * (2 * Traversal), new CelRange(0, Limit(arguments) ?? target.Size.Max)),
            ("join", not null, _) => OfJoin(target, first),
            ("contains", not null, not null) => (target.Size * Traversal * (first.Size * Traversal), null),
            ("startsWith" or "endsWith", not null, not null) => (first.Size * Traversal, null),
            ("format", not null, not null) => (target.Size * Traversal, null),
            ("strings.quote", _, not null) => (first.Size * Traversal, (first.Size * 2) + CelRange.Of(2)),
            ("validate", _, not null) => (first.Size * Traversal * (LongestFormatPattern * Pattern), null),
            ("containsIP" or "containsCIDR", _, not null) => (OfNetwork(function, first), null),
            ("ip.isCanonical", _, not null) => (first.Size * (2 * Traversal), null),
            ("ip" or "cidr" or "isIP" or "isCIDR" or "quantity" or "isQuantity" or "semver" or "isSemver", null, not null) =>
                (first.Size * Traversal, null),
            ("bytes", _, { Type.Kind: CelKind.String }) => (first.Size * Traversal, new(first.Size.Min, CelRange.Multiply(first.Size.Max, 4))),
            ("string", _, { Type.Kind: CelKind.Bytes }) => (first.Size * Traversal, new(first.Size.Min / 4, first.Size.Max)),
            _ when function.StartsWith("sets.", StringComparison.Ordinal) && arguments.Count == 2 => (OfSets(function, arguments), null),
            _ => CelListCosts.Of(function, target, arguments, NewList) ?? OfOperator(function, arguments),
        };
    }

    private static (CelRange Cost, CelRange? Size) OfOperator(string function, IReadOnlyList<CelOperand> operands)
    {
        switch (function)
        {
            case CelOperators.In when operands[1].Type.Kind != CelKind.Map:
                return (operands[1].Size, null);
            case "_+_" when operands[0].IsText || operands[1].IsText:
                var text = operands[0].Size + operands[1].Size;
                return (text * Traversal, text);
            case "_+_" when operands[0].Type.Kind == CelKind.List || operands[1].Type.Kind == CelKind.List:
                return (s_one, operands[0].Size + operands[1].Size);
            case "_==_" when operands[0].Type is { Kind: CelKind.Opaque, IsOptional: false } && operands[0].Type.Equals(operands[1].Type):
                return (s_one, null);
            case "_==_" or "_!=_":
            case "_<_" or "_<=_" or "_>_" or "_>=_" when operands[0].IsText && operands[1].IsText:
                return (OfComparison(operands[0].Size.Max, operands[1].Size.Max), null);
            default:
                return (s_one, null);
        }
    }

    private static CelRange OfComparison(ulong left, ulong right)
    {
        var shorter = Math.Min(left, right);
        return new CelRange(shorter > 0 ? 1UL : 0, shorter) * Traversal;
    }

    private static (CelRange Cost, CelRange? Size) OfPattern(string function, CelOperand? target, IReadOnlyList<CelOperand> arguments)
    {
        var (text, pattern) = target is null ? (arguments[0], arguments[arguments.Count - 1]) : (target, arguments[0]);
        var cost = (text.Size + s_one) * Traversal * (pattern.Size * Pattern);
        return (cost, function == "matches" ? null : new CelRange(0, text.Size.Max));
    }

    private static CelRange OfSearch(CelOperand target)
    {
        if (target.Items is not { } items)
        {
            return target.Size * Traversal;
        }

        return target.Size * (items.Type.Kind is CelKind.String or CelKind.Bytes ? s_one + (items.Size * Traversal) : s_one);
    }

    private static (CelRange Cost, CelRange? Size) OfJoin(CelOperand list, CelOperand? separator)
    {
        var size = list.Items is { } items ? list.Size * items.Size : default;
        if (separator is not null)
        {
            size += separator.Size * new CelRange(list.Size.Min == 0 ? 0 : list.Size.Min - 1, list.Size.Max == 0 ? 0 : list.Size.Max - 1);
        }

        return (size * Traversal, size);
    }

    /// <summary>Two addresses of 4 to 16 bytes are compared; a text is read first.</summary>
    private static CelRange OfNetwork(string function, CelOperand argument)
    {
        var address = new CelRange(4, 16);
        var cost = (address + address) * Traversal;
        cost = function == "containsCIDR" ? cost + (address * Traversal) + s_one : cost;
        return argument.Type.Kind == CelKind.String ? cost + (argument.Size * Traversal) : cost;
    }

    private static CelRange OfSets(string function, IReadOnlyList<CelOperand> arguments) =>
        (arguments[0].Size * arguments[1].Size * (function == "sets.equivalent" ? 2.0 : 1.0)) + s_one;

    /// <summary>The constant limit of a split.</summary>
    private static ulong? Limit(IReadOnlyList<CelOperand> arguments) =>
        arguments.Count > 1 && arguments[1].Node is CelLiteral literal
        && long.TryParse(literal.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var limit)
            ? unchecked((ulong)limit)
            : null;
}
