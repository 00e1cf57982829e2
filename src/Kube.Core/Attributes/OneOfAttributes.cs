namespace Kube;

/// <summary>At most one of the named properties may be set. None of them is required or has a default.</summary>
/// <param name="properties">C# names of two or more properties (<c>nameof</c>).</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class AtMostOneOfAttribute(params string[] properties) : Attribute
{
    /// <summary>C# names of the properties.</summary>
    public string[] Properties { get; } = properties;

    /// <summary>What the server answers. Default: <c>at most one of a, b may be set</c>.</summary>
    public string? Message { get; set; }
}

/// <summary>Exactly one of the named properties must be set. None of them is required or has a default.</summary>
/// <param name="properties">C# names of two or more properties (<c>nameof</c>).</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class ExactlyOneOfAttribute(params string[] properties) : Attribute
{
    /// <summary>C# names of the properties.</summary>
    public string[] Properties { get; } = properties;

    /// <summary>What the server answers. Default: <c>exactly one of a, b must be set</c>.</summary>
    public string? Message { get; set; }
}

/// <summary>At least one of the named properties must be set. None of them is required or has a default.</summary>
/// <param name="properties">C# names of two or more properties (<c>nameof</c>).</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class AtLeastOneOfAttribute(params string[] properties) : Attribute
{
    /// <summary>C# names of the properties.</summary>
    public string[] Properties { get; } = properties;

    /// <summary>What the server answers. Default: <c>at least one of a, b must be set</c>.</summary>
    public string? Message { get; set; }
}
