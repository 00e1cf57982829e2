using System.Globalization;
using System.Security;
using System.Text;
using Ray.Pictures.Terminals;

namespace Ray.Pictures.Drawing;

/// <summary>Draws a picture as SVG that stands alone: no scripts, no fonts, no images from elsewhere. Dark windows look well on any page.</summary>
internal static class SvgPicture
{
    /// <summary>The text of the file.</summary>
    public static string Draw(Picture picture)
    {
        var masks = new Masks();
        var frames = Distinct([.. picture.Frames.Select(frame => (frame.At, Windows: Draw(frame, masks)))]);
        var animation = new Animation(new([.. frames.Select(frame => frame.At)]), frames.Count);
        var width = picture.Windows.Max(WidthOf);
        var height = -Measures.Gap;
        var body = new StringBuilder();
        for (var i = 0; i < picture.Windows.Count; i++)
        {
            var shown = frames.Select(frame => frame.Windows[i]).ToList();
            var top = height + Measures.Gap;
            height = top + Measures.Bar + (2 * Measures.Padding) + (shown.Max(rows => rows.Count) * Measures.Row);
            AppendFrame(body, picture.Windows[i].Title, top, width, height);
            AppendRows(body, shown, top + Measures.Bar + Measures.Padding, animation);
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width + 1}" height="{height + 1}" viewBox="0 0 {width + 1} {height + 1}" role="img">
            <title>{SecurityElement.Escape(picture.Title)}</title>
            {animation.StyleSheet()}<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="{Measures.Font}" fill="#e6edf3">
            {body}</g>
            </svg>

            """);
    }

    private static int WidthOf(PictureWindow window) => (int)Math.Ceiling(window.Columns * Measures.Letter) + (2 * Measures.Padding);

    private static List<List<string>> Draw(Frame frame, Masks masks) =>
        [.. frame.Windows.Select(rows => rows.Select(row => RowText.Draw(row, masks)).ToList())];

    // Frames that look like the one before say nothing.
    private static List<(TimeSpan At, List<List<string>> Windows)> Distinct(List<(TimeSpan At, List<List<string>> Windows)> frames) =>
        [.. frames.Where((frame, index) => index == 0
            || !frame.Windows.SelectMany(rows => rows.Append("|")).SequenceEqual(frames[index - 1].Windows.SelectMany(rows => rows.Append("|"))))];

    private static void AppendFrame(StringBuilder body, string title, int top, int width, int bottom)
    {
        var middle = top + (Measures.Bar / 2);
        body.Append(CultureInfo.InvariantCulture, $"""
            <rect x=".5" y="{top}.5" width="{width}" height="{bottom - top}" rx="9" fill="#0d1117" stroke="#484f58"/>
            <path d="M1 {top + Measures.Bar}.5H{width}" stroke="#30363d"/>
            <circle cx="20" cy="{middle}" r="5.5" fill="#ff5f57"/><circle cx="39" cy="{middle}" r="5.5" fill="#febc2e"/><circle cx="58" cy="{middle}" r="5.5" fill="#28c840"/>
            <text x="{width / 2}" y="{middle + 5}" text-anchor="middle" fill="#8b949e">{SecurityElement.Escape(title)}</text>

            """);
    }

    private static void AppendRows(StringBuilder body, IReadOnlyList<IReadOnlyList<string>> shown, int top, Animation animation)
    {
        for (var row = 0; row < shown.Max(rows => rows.Count); row++)
        {
            var baseline = top + (row * Measures.Row) + Measures.Font;
            string[] texts = [.. shown.Select(rows => row < rows.Count ? rows[row] : "")];

            // What stays the same from frame to frame is drawn once.
            foreach (var (first, end) in Runs.Of(texts).Where(run => texts[run.Start].Length > 0))
            {
                body.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({Measures.Padding} {baseline})\"{animation.ClassOf(new(first, end))}>{texts[first]}</g>\n");
            }
        }
    }
}
