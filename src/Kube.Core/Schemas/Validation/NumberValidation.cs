namespace Kube;

/// <summary>
/// Bounds of numbers. A whole number is compared with a bound that is cut to a whole one, as API servers do: with a minimum of 1.5, 1 is large enough.
/// </summary>
internal static class NumberValidation
{
    public static void Check(SchemaNode schema, JsonNumber number, ProblemList problems)
    {
        CheckFormat(schema, number, problems);
        if (schema.MultipleOf is { } factor)
        {
            CheckMultiple(factor, number, problems);
        }

        if (schema.Maximum is { } maximum && Compare(number, maximum) is var above && (above > 0 || (above == 0 && schema.IsMaximumExclusive)))
        {
            Add(problems, number, $"should be less than {(schema.IsMaximumExclusive ? "" : "or equal to ")}{Bound(number, maximum)}");
        }

        if (schema.Minimum is { } minimum && Compare(number, minimum) is var below && (below < 0 || (below == 0 && schema.IsMinimumExclusive)))
        {
            Add(problems, number, $"should be greater than {(schema.IsMinimumExclusive ? "" : "or equal to ")}{Bound(number, minimum)}");
        }
    }

    private static void CheckFormat(SchemaNode schema, JsonNumber number, ProblemList problems)
    {
        var fits = (schema.Type, schema.Format) switch
        {
            ("integer", "int32") => number.Real is >= int.MinValue and <= int.MaxValue,
            ("number", "float") => Math.Abs(number.Real) <= float.MaxValue,
            _ => true,
        };
        if (!fits)
        {
            problems.Add(
                SchemaProblemKind.InvalidValue,
                $"Invalid value: \"\": Checked value must be of type {schema.Type} with format {schema.Format} in {problems.Path}");
        }
    }

    private static void CheckMultiple(double factor, JsonNumber number, ProblemList problems)
    {
        var divisor = number.IsWhole ? Math.Truncate(factor) : factor;
        if (divisor <= 0)
        {
            problems.Add(SchemaProblemKind.InvalidValue, $"Invalid value: {GoText.Of(divisor)}: factor MultipleOf declared for {problems.Path} must be positive: {GoText.Of(divisor)}");
        }
        else if (number.IsWhole ? number.Whole % (Int128)divisor != 0 : !JsonNumber.IsNearInteger(divisor < 1 ? 1 / divisor * number.Real : number.Real / divisor))
        {
            Add(problems, number, $"should be a multiple of {GoText.Of(divisor)}");
        }
    }

    private static int Compare(JsonNumber number, double bound) =>
        number.IsWhole ? ((Int128)number.Whole).CompareTo((Int128)Math.Truncate(bound)) : number.Real.CompareTo(bound);

    private static string Bound(JsonNumber number, double bound) => GoText.Of(number.IsWhole ? Math.Truncate(bound) : bound);

    private static void Add(ProblemList problems, JsonNumber number, string reason) =>
        problems.Add(SchemaProblemKind.InvalidValue, $"Invalid value: {number}: {problems.Path} in body {reason}");
}
