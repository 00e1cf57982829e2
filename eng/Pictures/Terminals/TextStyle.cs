namespace Ray.Pictures.Terminals;

/// <summary>How a character looks.</summary>
/// <param name="Colour">Colour in the notation of SVG; null for the terminal's own.</param>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="IsDim">Whether it is fainter than others.</param>
internal readonly record struct TextStyle(string? Colour, bool IsBold, bool IsDim)
{
    /// <summary>This style, changed by the numbers of one sequence <c>ESC [ … m</c>.</summary>
    /// <exception cref="NotSupportedException">A number is not known, and a picture without it would not be what the terminal shows.</exception>
    public TextStyle With(IReadOnlyList<int> numbers)
    {
        var style = this;
        for (var i = 0; i < numbers.Count; i++)
        {
            switch (numbers[i])
            {
                case 0:
                    style = default;
                    break;
                case 38 when i + 2 < numbers.Count && numbers[i + 1] == 5:
                    style = style with { Colour = Palette.Of(numbers[i + 2]) };
                    i += 2;
                    break;
                case 38 when i + 4 < numbers.Count && numbers[i + 1] == 2:
                    style = style with { Colour = Palette.Of(numbers[i + 2], numbers[i + 3], numbers[i + 4]) };
                    i += 4;
                    break;
                default:
                    style = style.With(numbers[i]);
                    break;
            }
        }

        return style;
    }

    private TextStyle With(int number) => number switch
    {
        1 => this with { IsBold = true },
        2 => this with { IsDim = true },
        22 => this with { IsBold = false, IsDim = false },
        39 => this with { Colour = null },
        >= 30 and <= 37 => this with { Colour = Palette.Of(number - 30) },
        >= 90 and <= 97 => this with { Colour = Palette.Of(number - 90 + 8) },
        _ => throw new NotSupportedException($"The style {number} of terminals is not known here."),
    };
}
