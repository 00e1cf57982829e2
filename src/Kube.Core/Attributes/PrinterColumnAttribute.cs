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

/// <summary>
/// A column of <c>kubectl get</c>. On a property its path, type and format come from the property; on the kind the path is free. Columns of
/// properties come first, in the order of declaration, then those of the kind in the order of their attributes, so that an age ends the line.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class PrinterColumnAttribute : Attribute
{
    /// <summary>A column that shows the property.</summary>
    /// <param name="name">Heading; <c>kubectl</c> prints it in upper case.</param>
    public PrinterColumnAttribute(string name) => (Name, JsonPath) = (name, "");

    /// <summary>A column that shows what a path finds; on the class of the kind.</summary>
    /// <param name="name">Heading; <c>kubectl</c> prints it in upper case.</param>
    /// <param name="jsonPath">
    /// Path of the value, beginning with a dot, such as <c>.status.state</c> or <c>.status.conditions[?(@.type=="Ready")].status</c>.
    /// </param>
    public PrinterColumnAttribute(string name, string jsonPath) => (Name, JsonPath) = (name, jsonPath);

    /// <summary>Heading.</summary>
    public string Name { get; }

    /// <summary>Path of the value; empty on a property.</summary>
    public string JsonPath { get; }

    /// <summary>Type. Default: derived from the property.</summary>
    public PrinterColumnType Type { get; set; }

    /// <summary>
    /// Format: <c>int32</c>, <c>int64</c>, <c>float</c>, <c>double</c>, <c>byte</c>, <c>date</c>, <c>date-time</c> or <c>password</c>.
    /// Default: none.
    /// </summary>
    public string? Format { get; set; }

    /// <summary>0 prints always, 1 and more only with <c>-o wide</c>. Default 0.</summary>
    public int Priority { get; set; }

    /// <summary>Description. Default: none.</summary>
    public string? Description { get; set; }
}
