using Ray.Pictures.Terminals;

namespace Ray.Pictures.Tests;

public sealed class TerminalScreenTests
{
    [Theory]
    [InlineData("one\r\ntwo\r\n", "one|two")]
    [InlineData("one\rtwo", "two")]
    [InlineData("three\rtwo", "twoee")]
    [InlineData("12345678901", "1234567890|1")]
    [InlineData("1234567890\r\nnext", "1234567890|next")]
    [InlineData("one\r\ntwo\r\n\e[2A\e[2Kother\r\n", "other|two")]
    [InlineData("one\r\ntwo\e[1A!", "one!|two")]
    [InlineData("onetwo\r\e[Kthree", "three")]
    [InlineData("abcdef\rabc\e[0K", "abc")]
    [InlineData("up\e[9Aon", "upon")]
    [InlineData("one\e[2Btwo", "one||   two")]
    [InlineData("\e[?25lhidden\e[?25h", "hidden")]
    [InlineData("\e[?1h\e=keys\e[?1l\e>", "keys")]
    [InlineData("text\r\n\r\n   \r\n", "text")]
    public void Shows_what_a_terminal_shows(string output, string rows) => Assert.Equal(rows, string.Join('|', RowsOf(Showing(output))));

    [Fact]
    public void A_view_is_redrawn_in_place()
    {
        var screen = new TerminalScreen(40);
        screen.Write("\e[?25l\r\e[38;5;11mstarting\e[0m\r\n0/2\r\n");
        screen.Write("\r\e[2K\e[1A\e[2K\e[1A\e[2K\e[38;5;2mready\e[0m\r\n2/2\r\n");

        Assert.Equal(["ready", "2/2"], RowsOf(screen));
    }

    [Fact]
    public void Sequences_may_come_in_pieces()
    {
        var screen = new TerminalScreen(10);
        foreach (var letter in "a\e[31mb\e[0mc")
        {
            screen.Write(letter.ToString());
        }

        Cell[] cells = [new('a', default), new('b', new(Palette.Of(1), false, false)), new('c', default)];
        Assert.Equal(cells, Assert.Single(screen.Rows));
    }

    [Theory]
    [InlineData("\e[1m", null, true, false)]
    [InlineData("\e[1;2;22m", null, false, false)]
    [InlineData("\e[2m", null, false, true)]
    [InlineData("\e[32m", "#56d364", false, false)]
    [InlineData("\e[92;1m", "#7ee787", true, false)]
    [InlineData("\e[38;5;2m", "#56d364", false, false)]
    [InlineData("\e[38;5;196m", "#ff0000", false, false)]
    [InlineData("\e[38;5;244m", "#808080", false, false)]
    [InlineData("\e[38;2;1;20;255m", "#0114ff", false, false)]
    [InlineData("\e[31;1m\e[39m", null, true, false)]
    [InlineData("\e[31;1m\e[m", null, false, false)]
    public void Styles_are_kept(string sequence, string? colour, bool isBold, bool isDim) =>
        Assert.Equal(new TextStyle(colour, isBold, isDim), Showing(sequence + "x").Rows[0][0].Style);

    [Theory]
    [InlineData("\e[5m")]
    [InlineData("\e[38;5m")]
    [InlineData("\e[3J")]
    [InlineData("\e[?1049h")]
    [InlineData("\e[25h")]
    [InlineData("\e]0;title")]
    [InlineData("\t")]
    public void What_is_not_known_is_an_error_and_not_left_out(string output) => Assert.Throws<NotSupportedException>(() => Showing(output));

    private static TerminalScreen Showing(string output)
    {
        var screen = new TerminalScreen(10);
        screen.Write(output);
        return screen;
    }

    private static IEnumerable<string> RowsOf(TerminalScreen screen) => screen.Rows.Select(Cell.TextOf);
}
