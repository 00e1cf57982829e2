namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>Equality and order of values.</summary>
internal static class CelEquality
{
    /// <summary>Whether two values are equal; null when only the server can tell.</summary>
    public static bool? Same(CelValue left, CelValue right) => (left, right) switch
    {
        (CelListValue a, CelListValue b) => SameItems(a, b),
        (CelMapValue a, CelMapValue b) => SameEntries(a, b),
        (CelOptionalValue a, CelOptionalValue b) => a.Value is null || b.Value is null ? a.Value == b.Value : Same(a.Value, b.Value),
        (CelBytesValue a, CelBytesValue b) => a.Value.SequenceEqual(b.Value),
        (CelNullValue, CelNullValue) => true,
        _ => Compare(left, right) is { } order ? order == 0 : false,
    };

    /// <summary>Which of two values comes first; null when they have no order, as values of different types and those that are not numbers.</summary>
    public static int? Compare(CelValue left, CelValue right) => (left, right) switch
    {
        (CelBoolValue a, CelBoolValue b) => a.Value.CompareTo(b.Value),
        (CelTextValue a, CelTextValue b) => CompareTexts(a.Value, b.Value),
        (CelBytesValue a, CelBytesValue b) => CompareBytes(a.Value, b.Value),
        (CelDurationValue a, CelDurationValue b) => a.Nanoseconds.CompareTo(b.Nanoseconds),
        (CelTimeValue a, CelTimeValue b) => a.Nanoseconds.CompareTo(b.Nanoseconds),
        (CelDoubleValue a, _) => CompareDouble(a.Value, right),
        (_, CelDoubleValue b) => -CompareDouble(b.Value, left),
        _ => Whole(left) is { } a && Whole(right) is { } b ? a.CompareTo(b) : null,
    };

    private static decimal? Whole(CelValue value) => value switch
    {
        CelIntValue number => number.Value,
        CelUintValue number => number.Value,
        _ => null,
    };

    private static int? CompareDouble(double left, CelValue right)
    {
        if (right is CelDoubleValue other)
        {
            return double.IsNaN(left) || double.IsNaN(other.Value) ? null : left.CompareTo(other.Value);
        }

        // The server makes a double of the whole number, in which those beyond 2^53 are rounded.
        return Whole(right) is { } whole && !double.IsNaN(left) ? left.CompareTo((double)whole) : null;
    }

    /// <summary>By code point, as the bytes of UTF-8 are ordered; surrogates stand before some characters that are less than they mean.</summary>
    private static int CompareTexts(string left, string right) =>
        CompareBytes(System.Text.Encoding.UTF8.GetBytes(left), System.Text.Encoding.UTF8.GetBytes(right));

    private static int CompareBytes(byte[] left, byte[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (left[i] != right[i])
            {
                return left[i].CompareTo(right[i]);
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static bool? SameItems(CelListValue left, CelListValue right)
    {
        var same = left.Items.Count == right.Items.Count ? All(left.Items.Zip(right.Items, Same)) : false;
        return same == false && (left.IsUnordered || right.IsUnordered) ? null : same;
    }

    private static bool? SameEntries(CelMapValue left, CelMapValue right) =>
        left.Entries.Count == right.Entries.Count
            ? All(left.Entries.Select(e => right.Find(e.Key) is { } other ? Same(e.Value, other) : false))
            : false;

    private static bool? All(IEnumerable<bool?> tests)
    {
        var all = tests.ToList();
        return all.Contains(false) ? false : all.Contains(null) ? null : true;
    }
}
