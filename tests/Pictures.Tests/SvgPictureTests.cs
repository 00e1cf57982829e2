using System.Xml.Linq;
using Ray.Pictures.Drawing;
using Ray.Pictures.Terminals;

namespace Ray.Pictures.Tests;

public sealed class SvgPictureTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Text_stands_at_its_column_with_its_colour()
    {
        var text = Assert.Single(TextsOf(Draw("a  \e[32m<b> c\e[0m")), text => text.Value == "<b> c");

        Assert.Equal("25.2", text.Attribute("x")!.Value);
        Assert.Equal("42", text.Attribute("textLength")!.Value);
        Assert.Equal("#56d364", text.Attribute("fill")!.Value);
    }

    [Fact]
    public void A_still_picture_does_not_move() => Assert.Empty(Draw("one").Descendants(s_svg + "style"));

    [Fact]
    public void Only_what_changes_moves_and_the_last_frame_shows_without_animation()
    {
        var picture = Draw("same\r\n0/2", "same\r\n2/2");
        var style = picture.Descendants(s_svg + "style").Single().Value;

        Assert.Null(ClassOf(picture, "same"));
        Assert.Contains($".{ClassOf(picture, "0/2")}{{visibility:hidden;", style, StringComparison.Ordinal);
        Assert.Contains($".{ClassOf(picture, "2/2")}{{animation:", style, StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_that_look_alike_are_one() => Assert.Equal(Draw("one").ToString(), Draw("one", "one").ToString());

    [Fact]
    public void Chance_is_masked_the_same_way_everywhere()
    {
        const string One = "http://127.0.0.1:50001 /tmp/kube-testing-aB3dE6/kubeconfig a-head-abcde\r\nb-worker-fghij a-head-abcde a-head-svc";
        const string Other = "http://127.0.0.1:34567 /tmp/kube-testing-xyzXYZ/kubeconfig a-head-zzzzz\r\nb-worker-yyyyy a-head-zzzzz a-head-svc";

        Assert.Equal(Draw(One).ToString(), Draw(Other).ToString());
        Assert.DoesNotContain("abcde", Draw(One).ToString(), StringComparison.Ordinal);
        Assert.Contains("a-head-svc", Draw(One).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_last_long_enough_to_be_read_and_not_for_ever()
    {
        var timeline = new Timeline([TimeSpan.Zero, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1)]);

        Assert.Equal(TimeSpan.FromMilliseconds(350 + 2000 + 5000), timeline.Length);
        Assert.Equal(0.35 / 7.35, timeline.StartOf(1), 6);
    }

    private static XDocument Draw(params IEnumerable<string> frames) => XDocument.Parse(SvgPicture.Draw(new(
        "A picture", [new("window", 80)], [.. frames.Select((output, second) => new Frame(TimeSpan.FromSeconds(second), [RowsOf(output)]))])));

    private static IReadOnlyList<IReadOnlyList<Cell>> RowsOf(string output)
    {
        var screen = new TerminalScreen(200);
        screen.Write(output);
        return screen.Rows;
    }

    private static IEnumerable<XElement> TextsOf(XDocument picture) => picture.Descendants(s_svg + "text");

    private static string? ClassOf(XDocument picture, string text) => TextsOf(picture).Single(t => t.Value == text).Parent!.Attribute("class")?.Value;
}
