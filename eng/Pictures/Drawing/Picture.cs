using Ray.Pictures.Terminals;

namespace Ray.Pictures.Drawing;

/// <summary>What is drawn: windows one below the other, and what they showed.</summary>
/// <param name="Title">What the picture shows, for readers who do not see it.</param>
/// <param name="Windows">The windows, from top to bottom.</param>
/// <param name="Frames">What they showed, one after the other.</param>
internal sealed record Picture(string Title, IReadOnlyList<PictureWindow> Windows, IReadOnlyList<Frame> Frames)
{
    // A redraw comes in several pieces, which belong together.
    private static readonly TimeSpan s_burst = TimeSpan.FromMilliseconds(40);

    /// <summary>A picture of the whole run, which moves.</summary>
    public static Picture Moving(string title, Stage stage)
    {
        var frames = stage.Frames;
        return new(title, WindowsOf(stage), [.. frames.Where((frame, index) => index + 1 == frames.Count || frames[index + 1].At - frame.At > s_burst)]);
    }

    /// <summary>A picture of the end alone.</summary>
    public static Picture Still(string title, Stage stage) => new(title, WindowsOf(stage), [stage.Frames[^1]]);

    private static IReadOnlyList<PictureWindow> WindowsOf(Stage stage) => [.. stage.Windows.Select(window => new PictureWindow(window.Title, window.Columns))];
}
