using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kube.Generators.Schema.Cel.Syntax;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>
/// Results of conversions. The server works out those of constants when a definition is applied, and refuses it when one fails.
/// </summary>
internal static class CelConversions
{
    private static readonly Regex s_whole = new("^[-+]?[0-9]+$", RegexOptions.CultureInvariant);
    private static readonly Regex s_fraction = new(@"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant);
    private static readonly Regex s_letters = new("^[-+]?(inf|infinity|nan)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly string[] s_true = ["1", "t", "T", "TRUE", "true", "True"];
    private static readonly string[] s_false = ["0", "f", "F", "FALSE", "false", "False"];
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Whether a function is one of those that the server works out in advance.</summary>
    public static bool Has(string function) =>
        function is "bool" or "bytes" or "double" or "duration" or "int" or "string" or "timestamp" or "uint";

    public static CelOutcome? Call(string function, IReadOnlyList<CelValue> operands, CelNode call) => (function, operands.Count) switch
    {
        ("dyn", 1) => CelOutcome.Of(operands[0]),
        ("duration" or "timestamp", 1) when operands[0] is CelNullValue => CelOutcome.Fail($"null is no {function}", call),
        ("bool", 1) => ToBool(operands[0], call),
        ("bytes", 1) => operands[0] switch
        {
            CelBytesValue => CelOutcome.Of(operands[0]),
            CelTextValue text => CelOutcome.Of(new CelBytesValue(Encoding.UTF8.GetBytes(text.Value))),
            _ => CelOutcome.Unknown,
        },
        ("double", 1) => ToDouble(operands[0], call),
        ("duration", 1) => operands[0] is CelTextValue text ? Read(CelDurations.Read(text.Value), text, "duration, such as 1h30m", call) : Same<CelDurationValue>(operands[0]),
        ("int", 1) => ToInt(operands[0], call),
        ("string", 1) => ToText(operands[0], call),
        ("timestamp", 1) => ToTime(operands[0], call),
        ("uint", 1) => ToUint(operands[0], call),
        _ => null,
    };

    private static CelOutcome Same<T>(CelValue value)
        where T : CelValue => value is T ? CelOutcome.Of(value) : CelOutcome.Unknown;

    private static CelOutcome Read(CelValue? value, CelTextValue text, string what, CelNode call) =>
        value is null ? CelOutcome.Fail($"'{text.Value}' is no {what}", call) : CelOutcome.Of(value);

    private static CelOutcome ToBool(CelValue value, CelNode call) => value is not CelTextValue text ? Same<CelBoolValue>(value)
        : s_true.Contains(text.Value) ? CelOutcome.True
        : s_false.Contains(text.Value) ? CelOutcome.False
        : CelOutcome.Fail($"'{text.Value}' is neither true nor false", call);

    private static CelOutcome ToDouble(CelValue value, CelNode call) => value switch
    {
        CelIntValue number => CelOutcome.Of(new CelDoubleValue(number.Value)),
        CelUintValue number => CelOutcome.Of(new CelDoubleValue(number.Value)),
        CelTextValue text when s_fraction.IsMatch(text.Value) =>
            double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number)
                ? CelOutcome.Of(new CelDoubleValue(number))
                : CelOutcome.Fail($"'{text.Value}' does not fit a double", call),

        // Go reads more than decimal digits: infinity, hexadecimal fractions.
        CelTextValue text when s_letters.IsMatch(text.Value) || text.Value.IndexOf('x') > 0 || text.Value.IndexOf('X') > 0 => CelOutcome.Unknown,
        CelTextValue text => CelOutcome.Fail($"'{text.Value}' is no number", call),
        _ => Same<CelDoubleValue>(value),
    };

    private static CelOutcome ToInt(CelValue value, CelNode call) => value switch
    {
        CelUintValue number => number.Value <= long.MaxValue ? CelOutcome.Of(new CelIntValue((long)number.Value)) : Range(call),
        CelDoubleValue number => number.Value > long.MinValue && number.Value < long.MaxValue
            ? CelOutcome.Of(new CelIntValue((long)number.Value))
            : Range(call),
        CelTextValue text when s_whole.IsMatch(text.Value) =>
            long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? CelOutcome.Of(new CelIntValue(number))
                : Range(call),
        CelTextValue text => CelOutcome.Fail($"'{text.Value}' is no whole number", call),
        CelTimeValue time => CelOutcome.Of(new CelIntValue((long)decimal.Floor(time.Nanoseconds / 1_000_000_000m))),
        CelDurationValue duration => CelOutcome.Of(new CelIntValue(duration.Nanoseconds)),
        _ => Same<CelIntValue>(value),
    };

    private static CelOutcome ToUint(CelValue value, CelNode call) => value switch
    {
        CelIntValue number => number.Value >= 0 ? CelOutcome.Of(new CelUintValue((ulong)number.Value)) : Range(call),
        CelDoubleValue number => number.Value >= 0 && number.Value < ulong.MaxValue ? CelOutcome.Of(new CelUintValue((ulong)number.Value)) : Range(call),
        CelTextValue text when s_whole.IsMatch(text.Value) && text.Value[0] is not ('-' or '+') =>
            ulong.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? CelOutcome.Of(new CelUintValue(number))
                : Range(call),
        CelTextValue text => CelOutcome.Fail($"'{text.Value}' is no whole number without sign", call),
        _ => Same<CelUintValue>(value),
    };

    private static CelOutcome ToText(CelValue value, CelNode call) => value switch
    {
        CelBoolValue truth => CelOutcome.Of(new CelTextValue(truth.Value ? "true" : "false")),
        CelIntValue number => CelOutcome.Of(new CelTextValue(number.Value.ToString(CultureInfo.InvariantCulture))),
        CelUintValue number => CelOutcome.Of(new CelTextValue(number.Value.ToString(CultureInfo.InvariantCulture))),
        CelBytesValue bytes => Decode(bytes, call),
        CelTimeValue time => CelTimes.Write(time) is { } text ? CelOutcome.Of(new CelTextValue(text)) : CelOutcome.Unknown,
        CelDurationValue duration => CelOutcome.Of(
            new CelTextValue((duration.Nanoseconds / 1_000_000_000m).ToString("0.#########", CultureInfo.InvariantCulture) + "s")),

        // Beyond these numbers Go writes exponents, and .NET not always the shortest digits.
        CelDoubleValue { Value: > -1e9 and < 1e9 } number when number.Value == Math.Round(number.Value, 4) =>
            CelOutcome.Of(new CelTextValue(number.Value.ToString("0.####", CultureInfo.InvariantCulture))),
        _ => Same<CelTextValue>(value),
    };

    private static CelOutcome Decode(CelBytesValue bytes, CelNode call)
    {
        try
        {
            return CelOutcome.Of(new CelTextValue(s_strict.GetString(bytes.Value)));
        }
        catch (DecoderFallbackException)
        {
            return CelOutcome.Fail("the bytes are no text", call);
        }
    }

    private static CelOutcome ToTime(CelValue value, CelNode call)
    {
        switch (value)
        {
            case CelTextValue text:
                return Read(CelTimes.Read(text.Value, takesDate: false), text, "time, such as 2006-01-02T15:04:05Z", call);
            case CelIntValue seconds:
                var nanoseconds = seconds.Value * 1_000_000_000m;
                return nanoseconds >= CelTimes.Range.First && nanoseconds <= CelTimes.Range.Last ? CelOutcome.Of(new CelTimeValue(nanoseconds, isUtc: true)) : Range(call);
            default:
                return Same<CelTimeValue>(value);
        }
    }

    private static CelOutcome Range(CelNode call) => CelOutcome.Fail("the value is out of range", call);
}
