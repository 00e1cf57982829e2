using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>A value of the Common Expression Language. Compared by <see cref="CelEquality"/>: numbers of different types can be equal.</summary>
internal abstract class CelValue
{
    public abstract CelKind Kind { get; }
}

internal sealed class CelNullValue : CelValue
{
    public static CelNullValue Instance { get; } = new();

    public override CelKind Kind => CelKind.Null;
}

internal sealed class CelBoolValue(bool value) : CelValue
{
    public bool Value { get; } = value;

    public override CelKind Kind => CelKind.Bool;
}

internal sealed class CelIntValue(long value) : CelValue
{
    public long Value { get; } = value;

    public override CelKind Kind => CelKind.Int;
}

internal sealed class CelUintValue(ulong value) : CelValue
{
    public ulong Value { get; } = value;

    public override CelKind Kind => CelKind.Uint;
}

internal sealed class CelDoubleValue(double value) : CelValue
{
    public double Value { get; } = value;

    public override CelKind Kind => CelKind.Double;
}

internal sealed class CelTextValue(string value) : CelValue
{
    public string Value { get; } = value;

    public override CelKind Kind => CelKind.String;
}

internal sealed class CelBytesValue(byte[] value) : CelValue
{
    public byte[] Value { get; } = value;

    public override CelKind Kind => CelKind.Bytes;
}

/// <summary>A duration in nanoseconds.</summary>
internal sealed class CelDurationValue(long nanoseconds) : CelValue
{
    public long Nanoseconds { get; } = nanoseconds;

    public override CelKind Kind => CelKind.Duration;
}

/// <summary>A moment, in nanoseconds since 1970.</summary>
/// <param name="nanoseconds">The nanoseconds.</param>
/// <param name="isUtc">Whether it is written without offset.</param>
internal sealed class CelTimeValue(decimal nanoseconds, bool isUtc) : CelValue
{
    public decimal Nanoseconds { get; } = nanoseconds;

    public bool IsUtc { get; } = isUtc;

    public override CelKind Kind => CelKind.Timestamp;
}

/// <summary>A list.</summary>
/// <param name="items">Its items.</param>
/// <param name="isUnordered">Whether it is a set or a map in the schema, so that the server compares and joins it otherwise.</param>
internal sealed class CelListValue(IReadOnlyList<CelValue> items, bool isUnordered = false) : CelValue
{
    public IReadOnlyList<CelValue> Items { get; } = items;

    public bool IsUnordered { get; } = isUnordered;

    public override CelKind Kind => CelKind.List;
}

/// <summary>A map, or an object of the schema, whose keys are then the names that rules say.</summary>
internal sealed class CelMapValue(IReadOnlyList<KeyValuePair<CelValue, CelValue>> entries) : CelValue
{
    public IReadOnlyList<KeyValuePair<CelValue, CelValue>> Entries { get; } = entries;

    public override CelKind Kind => CelKind.Map;

    /// <summary>The value of a key; null when there is none.</summary>
    public CelValue? Find(CelValue key) => Entries.FirstOrDefault(e => CelEquality.Same(e.Key, key) == true).Value;
}

/// <summary>An optional value.</summary>
/// <param name="value">The value; null for none.</param>
internal sealed class CelOptionalValue(CelValue? value) : CelValue
{
    public CelValue? Value { get; } = value;

    public override CelKind Kind => CelKind.Opaque;
}
