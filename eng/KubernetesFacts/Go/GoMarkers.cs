namespace KubernetesFacts.Go;

/// <summary>The lines <c>+name=value</c> in the comments above something.</summary>
/// <param name="lines">The lines, without slashes and plus sign.</param>
internal sealed class GoMarkers(IEnumerable<string> lines)
{
    private readonly ILookup<string, string> _values = lines
        .Select(l => l.IndexOf('=', StringComparison.Ordinal) is >= 0 and var i ? (Name: l[..i], Value: l[(i + 1)..]) : (Name: l, Value: ""))
        .ToLookup(m => m.Name.Trim(), m => m.Value.Trim());

    /// <summary>Whether one of the markers is there.</summary>
    public bool Has(params IEnumerable<string> names) => names.Any(_values.Contains);

    /// <summary>The values of a marker, in order.</summary>
    public IReadOnlyList<string> All(string name) => [.. _values[name]];

    /// <summary>The last value of a marker, which counts; null when it is not there.</summary>
    public string? Value(params IEnumerable<string> names) => names.SelectMany(n => _values[n]).LastOrDefault();
}
