namespace Ray.Pictures.Terminals;

/// <summary>One place of a terminal.</summary>
/// <param name="Letter">What stands there.</param>
/// <param name="Style">How it looks.</param>
internal readonly record struct Cell(char Letter, TextStyle Style)
{
    /// <summary>Nothing.</summary>
    public static Cell Blank { get; } = new(' ', default);
}
