namespace Kube;

/// <summary>
/// Chooses objects by their labels. Build one from parts, which are checked, or take a string as <c>kubectl -l</c> does, which is not:
/// <c>LabelSelector.Equal("app", "web") &amp; LabelSelector.In("tier", "a", "b")</c> is <c>"app=web,tier in (a,b)"</c>.
/// </summary>
public sealed record LabelSelector
{
    private IReadOnlyList<LabelRequirement>? _requirements;

    private LabelSelector(string text) => Text = text;

    /// <summary>The selector as the API takes it.</summary>
    public string Text { get; }

    /// <summary>The label has the value.</summary>
    /// <param name="key">Key, such as <c>app</c> or <c>example.com/tier</c>.</param>
    /// <param name="value">Value; may be empty.</param>
    /// <exception cref="ArgumentException">No label can have the key or the value.</exception>
    public static LabelSelector Equal(string key, string value) => new($"{LabelSyntax.Key(key)}={LabelSyntax.Value(value)}");

    /// <summary>The label is absent or has another value.</summary>
    /// <exception cref="ArgumentException">No label can have the key or the value.</exception>
    public static LabelSelector NotEqual(string key, string value) => new($"{LabelSyntax.Key(key)}!={LabelSyntax.Value(value)}");

    /// <summary>The label has one of the values.</summary>
    /// <exception cref="ArgumentException">No label can have the key or a value, or there is no value.</exception>
    public static LabelSelector In(string key, params IEnumerable<string> values) => new($"{LabelSyntax.Key(key)} in ({LabelSyntax.Values(values)})");

    /// <summary>The label is absent or has none of the values.</summary>
    /// <exception cref="ArgumentException">No label can have the key or a value, or there is no value.</exception>
    public static LabelSelector NotIn(string key, params IEnumerable<string> values) => new($"{LabelSyntax.Key(key)} notin ({LabelSyntax.Values(values)})");

    /// <summary>The label is there.</summary>
    /// <exception cref="ArgumentException">No label can have the key.</exception>
    public static LabelSelector Exists(string key) => new(LabelSyntax.Key(key));

    /// <summary>The label is absent.</summary>
    /// <exception cref="ArgumentException">No label can have the key.</exception>
    public static LabelSelector NotExists(string key) => new("!" + LabelSyntax.Key(key));

    /// <summary>All labels have their values; without labels, everything.</summary>
    /// <exception cref="ArgumentException">No label can have one of the keys or values.</exception>
    public static LabelSelector Of(IEnumerable<KeyValuePair<string, string>> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return new(string.Join(',', labels.Select(label => Equal(label.Key, label.Value).Text)));
    }

    /// <summary>Whether the selector chooses an object with these labels, judged as the API server does; for what is in a cache.</summary>
    /// <param name="labels">Labels of the object; null for none.</param>
    /// <exception cref="FormatException">The selector was made of a string that is none.</exception>
    public bool Matches(IDictionary<string, string>? labels)
    {
        foreach (var requirement in _requirements ??= LabelSelectorParser.Parse(Text))
        {
            if (!requirement.IsMetBy(labels))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Compares the texts.</summary>
    public bool Equals(LabelSelector? other) => other?.Text == Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>What both choose.</summary>
    public LabelSelector And(LabelSelector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Text.Length == 0 ? other : other.Text.Length == 0 ? this : new($"{Text},{other.Text}");
    }

    /// <summary>What both choose.</summary>
    public static LabelSelector operator &(LabelSelector left, LabelSelector right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.And(right);
    }

    /// <summary>A selector in the API's own notation, unchecked.</summary>
    public static LabelSelector FromString(string text) => new(text);

    /// <summary>A selector in the API's own notation, unchecked; null for null.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static implicit operator LabelSelector?(string? text) => text is null ? null : new(text);

    /// <summary><see cref="Text"/>.</summary>
    public override string ToString() => Text;
}
