namespace Ray.Pictures.Terminals;

/// <summary>One place of a terminal.</summary>
/// <param name="Letter">What stands there.</param>
/// <param name="Style">How it looks.</param>
internal readonly record struct Cell(char Letter, TextStyle Style)
{
    /// <summary>Nothing.</summary>
    public static Cell Blank { get; } = new(' ', default);

    /// <summary>What stands in a row, without its looks.</summary>
    public static string TextOf(IEnumerable<Cell> row) => string.Concat(row.Select(cell => cell.Letter));
}
