namespace Kube;

/// <summary>Smallest allowed value of a number. For both bounds at once <see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/> works too.</summary>
/// <param name="value">The bound.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MinimumAttribute(long value) : Attribute
{
    /// <summary>The bound, itself allowed unless <see cref="IsExclusive"/>.</summary>
    public long Value { get; } = value;

    /// <summary>Whether the bound itself is refused. Default false.</summary>
    public bool IsExclusive { get; set; }
}

/// <summary>Largest allowed value of a number.</summary>
/// <param name="value">The bound.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaximumAttribute(long value) : Attribute
{
    /// <summary>The bound, itself allowed unless <see cref="IsExclusive"/>.</summary>
    public long Value { get; } = value;

    /// <summary>Whether the bound itself is refused. Default false.</summary>
    public bool IsExclusive { get; set; }
}

/// <summary>The value that the API server fills in when the property is absent.</summary>
/// <param name="json">The value as JSON, such as <c>0</c>, <c>"text"</c> or <c>{}</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefaultAttribute(string json) : Attribute
{
    /// <summary>The value as JSON.</summary>
    public string Json { get; } = json;
}

/// <summary>Lets a JSON <c>null</c> stand for the property. A <c>T?</c> alone does not: it makes the property optional.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NullableAttribute : Attribute;

/// <summary>Once set, the value cannot change. Emitted as the rule <c>self == oldSelf</c>, which does not see the property come or go.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ImmutableAttribute : Attribute
{
    /// <summary>What the server answers. Default: <c>the field is immutable</c>.</summary>
    public string? Message { get; set; }
}
