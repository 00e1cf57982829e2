namespace Kube.Generators.Schema.Cel.Cost;

/// <summary>A size or cost between two bounds. Nothing overflows: too much is <see cref="ulong.MaxValue"/>.</summary>
internal readonly record struct CelRange(ulong Min, ulong Max)
{
    public static CelRange Unknown { get; } = new(0, ulong.MaxValue);

    public static CelRange Of(ulong exact) => new(exact, exact);

    public static CelRange operator +(CelRange left, CelRange right) => new(Add(left.Min, right.Min), Add(left.Max, right.Max));

    public static CelRange operator *(CelRange left, CelRange right) => new(Multiply(left.Min, right.Min), Multiply(left.Max, right.Max));

    /// <summary>Each bound times a factor, rounded up.</summary>
    public static CelRange operator *(CelRange range, double factor) => new(Multiply(range.Min, factor), Multiply(range.Max, factor));

    public CelRange Union(CelRange other) => new(Math.Min(Min, other.Min), Math.Max(Max, other.Max));

    public static ulong Multiply(ulong left, ulong right) => left != 0 && right > ulong.MaxValue / left ? ulong.MaxValue : left * right;

    public static ulong Add(ulong left, ulong right) => left > ulong.MaxValue - right ? ulong.MaxValue : left + right;

    private static ulong Multiply(ulong value, double factor)
    {
        var product = Math.Ceiling(value * factor);
        return product >= ulong.MaxValue ? ulong.MaxValue : (ulong)product;
    }
}
