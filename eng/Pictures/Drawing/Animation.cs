using System.Globalization;
using System.Text;

namespace Ray.Pictures.Drawing;

/// <summary>
/// Lets elements show for some frames only, by style sheet alone. What knows no animations, and who does not want any, sees the last frame.
/// </summary>
/// <param name="timeline">How long frames show.</param>
/// <param name="frames">How many there are.</param>
internal sealed class Animation(Timeline timeline, int frames)
{
    private readonly SortedSet<FrameRange> _ranges = new(Comparer<FrameRange>.Create((a, b) => (a.First, a.End).CompareTo((b.First, b.End))));

    /// <summary>The attribute of an element that shows for these frames; empty when it always does.</summary>
    public string ClassOf(FrameRange range)
    {
        if (range == new FrameRange(0, frames))
        {
            return "";
        }

        _ranges.Add(range);
        return $" class=\"{NameOf(range)}\"";
    }

    /// <summary>The style sheet of all attributes that were given out; empty when there are none.</summary>
    public string StyleSheet()
    {
        if (_ranges.Count == 0)
        {
            return "";
        }

        var result = new StringBuilder("<style>");
        foreach (var range in _ranges)
        {
            result.Append(CultureInfo.InvariantCulture, $".{NameOf(range)}{{");
            result.Append(range.End == frames ? "" : "visibility:hidden;");
            result.Append(CultureInfo.InvariantCulture, $"animation:{NameOf(range)} {timeline.Length.TotalSeconds:0.##}s step-end infinite}}");
            result.Append(CultureInfo.InvariantCulture, $"@keyframes {NameOf(range)}{{0%{{visibility:{(range.First == 0 ? "visible" : "hidden")}}}");
            result.Append(range.First == 0 ? "" : At(range.First, "visible"));
            result.Append(range.End == frames ? "" : At(range.End, "hidden")).Append("}\n");
        }

        return result.Append("@media (prefers-reduced-motion:reduce){g{animation:none!important}}</style>\n").ToString();
    }

    private string At(int frame, string visibility) =>
        string.Create(CultureInfo.InvariantCulture, $"{timeline.StartOf(frame) * 100:0.##}%{{visibility:{visibility}}}");

    private static string NameOf(FrameRange range) => string.Create(CultureInfo.InvariantCulture, $"f{range.First}-{range.End}");
}
