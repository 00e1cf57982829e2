namespace Ray.Pictures.Drawing;

/// <summary>Lengths in a picture, in its own units.</summary>
internal static class Measures
{
    /// <summary>Width of a letter.</summary>
    public const double Letter = 8.4;

    /// <summary>Height of a row.</summary>
    public const int Row = 20;

    /// <summary>Size of letters.</summary>
    public const int Font = 14;

    /// <summary>Height of the bar with a window's title.</summary>
    public const int Bar = 34;

    /// <summary>Between a window's frame and its text.</summary>
    public const int Padding = 18;

    /// <summary>Between windows.</summary>
    public const int Gap = 14;
}
