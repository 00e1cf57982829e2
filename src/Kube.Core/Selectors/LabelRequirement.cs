using System.Globalization;

namespace Kube;

/// <summary>One condition of a label selector, judged as the API server judges it.</summary>
internal sealed record LabelRequirement(string Key, LabelOperator Operator, IReadOnlyList<string> Values)
{
    public bool IsMetBy(IDictionary<string, string>? labels)
    {
        string? value = null;
        var isThere = labels is not null && labels.TryGetValue(Key, out value);
        return Operator switch
        {
            LabelOperator.Exists => isThere,
            LabelOperator.NotExists => !isThere,
            LabelOperator.In => isThere && Values.Contains(value),
            LabelOperator.NotIn => !isThere || !Values.Contains(value),
            LabelOperator.GreaterThan => isThere && Compare(value!) > 0,
            _ => isThere && Compare(value!) < 0,
        };
    }

    // A label that is no number is neither greater nor less.
    private int Compare(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.CompareTo(long.Parse(Values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : 0;
}

/// <summary>How a label is compared.</summary>
internal enum LabelOperator
{
    Exists,
    NotExists,
    In,
    NotIn,
    GreaterThan,
    LessThan,
}
