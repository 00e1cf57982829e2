using Kube.Generators.Schema.Cel.Syntax;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>Functions of lists, and optional values.</summary>
internal static class CelListFunctions
{
    /// <summary>Longer lists are left to the server.</summary>
    private const int MaxCount = 1000;

    public static CelOutcome? Call(string function, IReadOnlyList<CelValue> operands, CelNode call) => (function, operands) switch
    {
        ("optional.none", { Count: 0 }) => CelOutcome.Of(new CelOptionalValue(null)),
        ("optional.of", { Count: 1 }) => CelOutcome.Of(new CelOptionalValue(operands[0])),
        ("hasValue", [CelOptionalValue optional]) => CelOutcome.Of(optional.Value is not null),
        ("value", [CelOptionalValue optional]) => optional.Value is { } value ? CelOutcome.Of(value) : CelOutcome.Fail("it has no value", call),
        ("or", [CelOptionalValue optional, CelOptionalValue]) => CelOutcome.Of(optional.Value is null ? operands[1] : optional),
        ("orValue", [CelOptionalValue optional, _]) => CelOutcome.Of(optional.Value ?? operands[1]),
        ("lists.range", [CelIntValue { Value: >= 0 and <= MaxCount } count]) =>
            CelOutcome.Of(new CelListValue([.. Enumerable.Range(0, (int)count.Value).Select(i => new CelIntValue(i))])),
        ("join", [CelListValue list, ..]) => Join(list, operands.Count > 1 ? operands[1] : new CelTextValue("")),
        ("isSorted" or "min" or "max" or "sum" or "reverse", [CelListValue list]) => OfList(function, list, call),
        ("slice", [CelListValue list, CelIntValue start, CelIntValue end]) => Slice(list, start.Value, end.Value, call),
        ("sets.contains", [CelListValue left, CelListValue right]) => CelOutcome.OrUnknown(Contains(left, right)),
        ("sets.intersects", [CelListValue left, CelListValue right]) =>
            CelOutcome.OrUnknown(left.Items.Count > 0 && right.Items.Count > 0 ? Any(left.Items.Select(i => Has(right, i))) : false),
        ("sets.equivalent", [CelListValue left, CelListValue right]) => CelOutcome.OrUnknown(All([Contains(left, right), Contains(right, left)])),
        _ => null,
    };

    private static CelOutcome OfList(string function, CelListValue list, CelNode call)
    {
        switch (function)
        {
            case "reverse":
                return CelOutcome.Of(new CelListValue([.. list.Items.Reverse()]));
            case "sum":
                return Sum(list, call);
            case "isSorted":
                var orders = list.Items.Zip(list.Items.Skip(1), CelEquality.Compare).ToList();
                return orders.Contains(null) ? CelOutcome.Unknown : CelOutcome.Of(orders.TrueForAll(o => o <= 0));
            default:
                return list.Items.Count == 0 ? CelOutcome.Fail("the list is empty", call) : Extreme(list, isMax: function == "max");
        }
    }

    private static CelOutcome Extreme(CelListValue list, bool isMax)
    {
        var best = list.Items[0];
        foreach (var item in list.Items.Skip(1))
        {
            if (CelEquality.Compare(item, best) is not { } order)
            {
                return CelOutcome.Unknown;
            }

            best = (isMax ? order > 0 : order < 0) ? item : best;
        }

        return CelOutcome.Of(best);
    }

    private static CelOutcome Sum(CelListValue list, CelNode call) => list.Items.Count == 0
        ? CelOutcome.Unknown
        : list.Items.Skip(1).Aggregate(CelOutcome.Of(list.Items[0]), (sum, item) =>
            sum.Value is { } value ? CelOperatorValues.Call("_+_", [value, item], call) ?? CelOutcome.Unknown : sum);

    private static CelOutcome Join(CelListValue list, CelValue separator) =>
        separator is CelTextValue { Value: var between } && list.Items.All(i => i is CelTextValue)
            ? CelOutcome.Of(new CelTextValue(string.Join(between, list.Items.Cast<CelTextValue>().Select(t => t.Value))))
            : CelOutcome.Unknown;

    private static CelOutcome Slice(CelListValue list, long start, long end, CelNode call) =>
        start < 0 || end < start || end > list.Items.Count
            ? CelOutcome.Fail("the list is not that long", call)
            : CelOutcome.Of(new CelListValue([.. list.Items.Skip((int)start).Take((int)(end - start))]));

    private static bool? Contains(CelListValue list, CelListValue items) => All(items.Items.Select(i => Has(list, i)));

    private static bool? Has(CelListValue list, CelValue item) => Any(list.Items.Select(i => CelEquality.Same(i, item)));

    private static bool? Any(IEnumerable<bool?> tests)
    {
        var all = tests.ToList();
        return all.Contains(true) ? true : all.Contains(null) ? null : false;
    }

    private static bool? All(IEnumerable<bool?> tests)
    {
        var all = tests.ToList();
        return all.Contains(false) ? false : all.Contains(null) ? null : true;
    }
}
