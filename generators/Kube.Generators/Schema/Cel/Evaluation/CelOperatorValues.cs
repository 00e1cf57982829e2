using System.Numerics;
using Kube.Generators.Schema.Cel.Syntax;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>Results of operators. Whole numbers have 64 bits: what does not fit is an error.</summary>
internal static class CelOperatorValues
{
    public static CelOutcome? Call(string function, IReadOnlyList<CelValue> operands, CelNode call) => (function, operands.Count) switch
    {
        (CelOperators.Not, 1) => operands[0] is CelBoolValue truth ? CelOutcome.Of(!truth.Value) : CelOutcome.Unknown,
        (CelOperators.Negate, 1) => Negate(operands[0], call),
        ("_==_", 2) => CelOutcome.OrUnknown(CelEquality.Same(operands[0], operands[1])),
        ("_!=_", 2) => CelOutcome.OrUnknown(!CelEquality.Same(operands[0], operands[1])),
        ("_<_" or "_<=_" or "_>_" or "_>=_", 2) => Order(function, operands[0], operands[1]),
        ("_+_", 2) => Add(operands[0], operands[1], call),
        ("_-_" or "_*_" or "_/_" or "_%_", 2) => Calculate(function, operands[0], operands[1], call),
        (CelOperators.In, 2) => In(operands[0], operands[1]),
        (CelOperators.Index, 2) => Index(operands[0], operands[1], call),
        ("size", 1) => Size(operands[0]),
        _ => null,
    };

    /// <summary>The two sides as whole numbers of one type; null when they are none.</summary>
    private static (BigInteger Left, BigInteger Right, bool IsUnsigned)? Whole(CelValue left, CelValue right) => (left, right) switch
    {
        (CelIntValue a, CelIntValue b) => (a.Value, b.Value, false),
        (CelUintValue a, CelUintValue b) => (a.Value, b.Value, true),
        _ => null,
    };

    private static CelOutcome Fit(BigInteger value, bool isUnsigned, CelNode call) =>
        isUnsigned
            ? value >= ulong.MinValue && value <= ulong.MaxValue ? CelOutcome.Of(new CelUintValue((ulong)value)) : Overflow(call)
            : value >= long.MinValue && value <= long.MaxValue ? CelOutcome.Of(new CelIntValue((long)value)) : Overflow(call);

    private static CelOutcome Overflow(CelNode call) => CelOutcome.Fail("its result does not fit 64 bits", call);

    private static CelOutcome Negate(CelValue value, CelNode call) => value switch
    {
        CelIntValue number => Fit(-(BigInteger)number.Value, false, call),
        CelDoubleValue number => CelOutcome.Of(new CelDoubleValue(-number.Value)),
        _ => CelOutcome.Unknown,
    };

    private static CelOutcome Order(string function, CelValue left, CelValue right)
    {
        if (CelEquality.Compare(left, right) is not { } order)
        {
            return CelOutcome.Unknown;
        }

        return CelOutcome.Of(function switch
        {
            "_<_" => order < 0,
            "_<=_" => order <= 0,
            "_>_" => order > 0,
            _ => order >= 0,
        });
    }

    private static CelOutcome Add(CelValue left, CelValue right, CelNode call) => (left, right) switch
    {
        (CelTextValue a, CelTextValue b) => CelOutcome.Of(new CelTextValue(a.Value + b.Value)),
        (CelBytesValue a, CelBytesValue b) => CelOutcome.Of(new CelBytesValue([.. a.Value, .. b.Value])),
        (CelListValue { IsUnordered: false } a, CelListValue { IsUnordered: false } b) => CelOutcome.Of(new CelListValue([.. a.Items, .. b.Items])),
        (CelDurationValue a, CelDurationValue b) => Duration((decimal)a.Nanoseconds + b.Nanoseconds, call),
        (CelTimeValue a, CelDurationValue b) => Time(a, b.Nanoseconds, call),
        (CelDurationValue a, CelTimeValue b) => Time(b, a.Nanoseconds, call),
        (CelDoubleValue a, CelDoubleValue b) => CelOutcome.Of(new CelDoubleValue(a.Value + b.Value)),
        _ => Whole(left, right) is { } sides ? Fit(sides.Left + sides.Right, sides.IsUnsigned, call) : CelOutcome.Unknown,
    };

    private static CelOutcome Calculate(string function, CelValue left, CelValue right, CelNode call) => (function, left, right) switch
    {
        ("_-_", CelDurationValue a, CelDurationValue b) => Duration((decimal)a.Nanoseconds - b.Nanoseconds, call),
        ("_-_", CelTimeValue a, CelDurationValue b) => Time(a, -(decimal)b.Nanoseconds, call),
        ("_-_", CelTimeValue a, CelTimeValue b) => Duration(a.Nanoseconds - b.Nanoseconds, call),
        ("_-_", CelDoubleValue a, CelDoubleValue b) => CelOutcome.Of(new CelDoubleValue(a.Value - b.Value)),
        ("_*_", CelDoubleValue a, CelDoubleValue b) => CelOutcome.Of(new CelDoubleValue(a.Value * b.Value)),
        ("_/_", CelDoubleValue a, CelDoubleValue b) => CelOutcome.Of(new CelDoubleValue(a.Value / b.Value)),
        _ => Whole(left, right) is not { } sides ? CelOutcome.Unknown
            : function == "_-_" ? Fit(sides.Left - sides.Right, sides.IsUnsigned, call)
            : function == "_*_" ? Fit(sides.Left * sides.Right, sides.IsUnsigned, call)
            : sides.Right.IsZero ? CelOutcome.Fail("it divides by zero", call)
            : sides.Left == long.MinValue && sides.Right == -1 ? Overflow(call)
            : Fit(function == "_/_" ? BigInteger.Divide(sides.Left, sides.Right) : BigInteger.Remainder(sides.Left, sides.Right), sides.IsUnsigned, call),
    };

    private static CelOutcome Duration(decimal nanoseconds, CelNode call) =>
        nanoseconds >= long.MinValue && nanoseconds <= long.MaxValue ? CelOutcome.Of(new CelDurationValue((long)nanoseconds)) : Overflow(call);

    private static CelOutcome Time(CelTimeValue time, decimal later, CelNode call) =>
        time.Nanoseconds + later is var nanoseconds && nanoseconds >= CelTimes.Range.First && nanoseconds <= CelTimes.Range.Last
            ? CelOutcome.Of(new CelTimeValue(nanoseconds, time.IsUtc))
            : CelOutcome.Fail("its result is not between the years 1 and 9999", call);

    private static CelOutcome In(CelValue item, CelValue range)
    {
        if (range is CelMapValue map)
        {
            return CelOutcome.Of(map.Find(item) is not null);
        }

        var tests = range is CelListValue list ? list.Items.Select(i => CelEquality.Same(item, i)).ToList() : [null];
        return CelOutcome.OrUnknown(tests.Contains(true) ? true : tests.Contains(null) ? null : false);
    }

    private static CelOutcome Index(CelValue range, CelValue index, CelNode call) => (range, index) switch
    {
        (CelListValue list, CelIntValue at) => at.Value >= 0 && at.Value < list.Items.Count
            ? CelOutcome.Of(list.Items[(int)at.Value])
            : CelOutcome.Fail($"there is no item {at.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)} in it", call),
        (CelMapValue map, _) => map.Find(index) is { } value ? CelOutcome.Of(value) : CelOutcome.Fail("there is no such key in it", call),
        _ => CelOutcome.Unknown,
    };

    private static CelOutcome Size(CelValue value) => value switch
    {
        CelTextValue text => Count(CelTextFunctions.Length(text.Value)),
        CelBytesValue bytes => Count(bytes.Value.Length),
        CelListValue list => Count(list.Items.Count),
        CelMapValue map => Count(map.Entries.Count),
        _ => CelOutcome.Unknown,
    };

    private static CelOutcome Count(int count) => CelOutcome.Of(new CelIntValue(count));
}
