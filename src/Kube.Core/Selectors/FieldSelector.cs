namespace Kube;

/// <summary>
/// Chooses objects by fields. The server knows few of them: of custom resources the name, the namespace, and what the kind declares
/// selectable. The generated class <c>XxxFields</c> has just these: <c>CronTabFields.Name.EqualTo("a")</c>. Strings are taken as they are.
/// </summary>
public sealed record FieldSelector
{
    private FieldSelector(string text) => Text = text;

    /// <summary>The selector as the API takes it.</summary>
    public string Text { get; }

    /// <summary>The field has the value.</summary>
    /// <param name="path">Path without leading dot, such as <c>metadata.name</c> or <c>status.phase</c>.</param>
    /// <param name="value">Value; escaped where it must be.</param>
    public static FieldSelector Equal(string path, string value) => new($"{path}={Escape(value)}");

    /// <summary>The field has another value.</summary>
    public static FieldSelector NotEqual(string path, string value) => new($"{path}!={Escape(value)}");

    /// <summary>What both choose.</summary>
    public FieldSelector And(FieldSelector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Text.Length == 0 ? other : other.Text.Length == 0 ? this : new($"{Text},{other.Text}");
    }

    /// <summary>What both choose.</summary>
    public static FieldSelector operator &(FieldSelector left, FieldSelector right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.And(right);
    }

    /// <summary>A selector in the API's own notation, unchecked.</summary>
    public static FieldSelector FromString(string text) => new(text);

    /// <summary>A selector in the API's own notation, unchecked; null for null.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static implicit operator FieldSelector?(string? text) => text is null ? null : new(text);

    /// <summary><see cref="Text"/>.</summary>
    public override string ToString() => Text;

    private static string Escape(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace(",", @"\,", StringComparison.Ordinal)
            .Replace("=", @"\=", StringComparison.Ordinal);
    }
}
