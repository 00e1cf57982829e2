namespace Ray.Pictures.Terminals;

/// <summary>The colours of a terminal, by the numbers that programs give them. The first 16 are each terminal's own choice; these are legible on dark.</summary>
internal static class Palette
{
    private static readonly string[] s_named =
    [
        "#6e7681", "#ff7b72", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd", "#c9d1d9",
        "#8b949e", "#ffa198", "#7ee787", "#f2cc60", "#a5d6ff", "#e2c5ff", "#b3f0ff", "#f0f6fc",
    ];

    /// <summary>The colour of a number of 256: 16 by name, a cube of 6 x 6 x 6, and 24 greys.</summary>
    public static string Of(int number) => number switch
    {
        < 16 => s_named[number],
        < 232 => Of(Level((number - 16) / 36), Level((number - 16) / 6 % 6), Level((number - 16) % 6)),
        _ => Of(8 + (10 * (number - 232)), 8 + (10 * (number - 232)), 8 + (10 * (number - 232))),
    };

    /// <summary>A colour by its parts.</summary>
    public static string Of(int red, int green, int blue) => $"#{red:x2}{green:x2}{blue:x2}";

    private static int Level(int step) => step == 0 ? 0 : 55 + (40 * step);
}
