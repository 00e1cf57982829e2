namespace Kube;

/// <summary>Smallest allowed value of a number. For both bounds at once <see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/> works too.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class MinimumAttribute : Attribute
{
    /// <summary>Bounds a whole number, exactly over the whole range of <see cref="long"/>.</summary>
    /// <param name="value">The bound.</param>
    public MinimumAttribute(long value) => Value = value;

    /// <summary>Bounds a number.</summary>
    /// <param name="value">The bound.</param>
    public MinimumAttribute(double value) => Value = value;

    /// <summary>The bound, a <see cref="long"/> or <see cref="double"/>, itself allowed unless <see cref="IsExclusive"/>.</summary>
    public object Value { get; }

    /// <summary>Whether the bound itself is refused. Default false.</summary>
    public bool IsExclusive { get; set; }
}

/// <summary>Largest allowed value of a number.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class MaximumAttribute : Attribute
{
    /// <summary>Bounds a whole number, exactly over the whole range of <see cref="long"/>.</summary>
    /// <param name="value">The bound.</param>
    public MaximumAttribute(long value) => Value = value;

    /// <summary>Bounds a number.</summary>
    /// <param name="value">The bound.</param>
    public MaximumAttribute(double value) => Value = value;

    /// <summary>The bound, a <see cref="long"/> or <see cref="double"/>, itself allowed unless <see cref="IsExclusive"/>.</summary>
    public object Value { get; }

    /// <summary>Whether the bound itself is refused. Default false.</summary>
    public bool IsExclusive { get; set; }
}

/// <summary>The number is a multiple of another one.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class MultipleOfAttribute : Attribute
{
    /// <summary>A whole step.</summary>
    /// <param name="value">The step, above zero.</param>
    public MultipleOfAttribute(long value) => Value = value;

    /// <summary>A step of any size.</summary>
    /// <param name="value">The step, above zero.</param>
    public MultipleOfAttribute(double value) => Value = value;

    /// <summary>The step, a <see cref="long"/> or <see cref="double"/>.</summary>
    public object Value { get; }
}

/// <summary>The value that the API server fills in when the property is absent.</summary>
/// <param name="json">The value as JSON, such as <c>0</c>, <c>"text"</c> or <c>{}</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DefaultAttribute(string json) : Attribute
{
    /// <summary>The value as JSON.</summary>
    public string Json { get; } = json;
}

/// <summary>Lets a JSON <c>null</c> stand for the property. A <c>T?</c> alone does not: it makes the property optional.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NullableAttribute : Attribute;

/// <summary>
/// Once set, the value cannot change: the rule <c>self == oldSelf</c>. An optional property cannot be removed either: a second rule,
/// <c>!has(oldSelf.f) || has(self.f)</c>, goes to the object around it. Lists on the way to the property must be maps by key, since the
/// server cannot tell which item is which in others. Checked from Kubernetes 1.25 on.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ImmutableAttribute : Attribute
{
    /// <summary>What the server answers. Default: <c>the field is immutable</c>.</summary>
    public string? Message { get; set; }
}
