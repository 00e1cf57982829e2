using System.Globalization;

namespace Kube;

/// <summary>A field that the server can select by. The generated class <c>XxxFields</c> holds those of a kind.</summary>
/// <typeparam name="T">Type of the value: a string, a truth value or a whole number.</typeparam>
/// <param name="Path">Path without leading dot, such as <c>metadata.name</c>.</param>
public sealed record SelectableField<T>(string Path)
    where T : notnull
{
    /// <summary>The field has the value.</summary>
    public FieldSelector EqualTo(T value) => FieldSelector.Equal(Path, TextOf(value));

    /// <summary>The field has another value.</summary>
    public FieldSelector NotEqualTo(T value) => FieldSelector.NotEqual(Path, TextOf(value));

    private static string TextOf(T value) => value switch
    {
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
