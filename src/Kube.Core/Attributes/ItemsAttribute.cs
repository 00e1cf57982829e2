namespace Kube;

/// <summary>
/// Constraints of the items of a list, or of the values of a dictionary. Each property means what the attribute of the same name means on a
/// property of the item's type; only those that are set count.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ItemsAttribute : Attribute
{
    /// <summary>Smallest allowed number.</summary>
    public double Minimum { get; set; }

    /// <summary>Largest allowed number.</summary>
    public double Maximum { get; set; }

    /// <summary>Each number is a multiple of this one, which is above zero.</summary>
    public double MultipleOf { get; set; }

    /// <summary>Least length of a text, list or dictionary.</summary>
    public int MinLength { get; set; }

    /// <summary>Greatest length of a text, list or dictionary.</summary>
    public int MaxLength { get; set; }

    /// <summary>Regular expression that the whole text matches.</summary>
    public string? Pattern { get; set; }

    /// <summary>A format that the API server knows; see <see cref="FormatAttribute"/>.</summary>
    public string? Format { get; set; }

    /// <summary>The only values that are allowed.</summary>
    public object[] AllowedValues { get; set; } = [];
}
