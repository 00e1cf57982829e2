namespace Kube;

/// <summary>Types of printer columns.</summary>
public enum PrinterColumnType
{
    /// <summary>Derived from the property at the end of the path.</summary>
    Auto,

    /// <summary>Text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A time, printed as an age.</summary>
    Date,
}

/// <summary>A column of <c>kubectl get</c>. Columns are printed in the order of the attributes.</summary>
/// <param name="name">Heading; <c>kubectl</c> prints it in upper case.</param>
/// <param name="jsonPath">Path of the value, beginning with a dot, such as <c>.status.state</c>; each step must be a property.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PrinterColumnAttribute(string name, string jsonPath) : Attribute
{
    /// <summary>Heading.</summary>
    public string Name { get; } = name;

    /// <summary>Path of the value.</summary>
    public string JsonPath { get; } = jsonPath;

    /// <summary>Type. Default: derived from the property.</summary>
    public PrinterColumnType Type { get; set; }

    /// <summary>0 prints always, 1 and more only with <c>-o wide</c>. Default 0.</summary>
    public int Priority { get; set; }

    /// <summary>Description. Default: none.</summary>
    public string? Description { get; set; }
}
