namespace Kube.Core.Tests.Selectors;

/// <summary>Selectors judged here, as the API server judges them.</summary>
public sealed class LabelMatchingTests
{
    private static readonly Dictionary<string, string> s_labels = new() { ["app"] = "web", ["example.com/tier"] = "a", ["empty"] = "", ["n"] = "5" };

    [Theory]
    [InlineData("", true)]
    [InlineData("app=web", true)]
    [InlineData("app==web", true)]
    [InlineData(" app = web , n=5 ", true)]
    [InlineData("app=db", false)]
    [InlineData("app!=db", true)]
    [InlineData("app!=web", false)]
    [InlineData("absent!=web", true)]
    [InlineData("example.com/tier in (a, b)", true)]
    [InlineData("example.com/tier in (b)", false)]
    [InlineData("absent in (a)", false)]
    [InlineData("example.com/tier notin (b,c)", true)]
    [InlineData("absent notin (b)", true)]
    [InlineData("app", true)]
    [InlineData("absent", false)]
    [InlineData("!absent", true)]
    [InlineData("! app", false)]
    [InlineData("empty=", true)]
    [InlineData("empty in ()", true)]
    [InlineData("app=,n", false)]
    [InlineData("n>4", true)]
    [InlineData("n > 5", false)]
    [InlineData("n<6", true)]
    [InlineData("app<6", false)]
    [InlineData("app=web,n=6", false)]
    public void Labels_match_as_on_the_server(string selector, bool matches)
    {
        Assert.Equal(matches, LabelSelector.FromString(selector).Matches(s_labels));
    }

    [Fact]
    public void Without_labels_only_negations_match()
    {
        Assert.False(LabelSelector.Exists("a").Matches(null));
        Assert.True((LabelSelector.NotExists("a") & LabelSelector.NotIn("b", "c")).Matches(null));
    }

    [Theory]
    [InlineData("app=web,", 9)]
    [InlineData("app in a", 8)]
    [InlineData("app in (a", 10)]
    [InlineData("app=web tier=a", 9)]
    [InlineData("n>x", 4)]
    [InlineData("=a", 1)]
    public void A_selector_that_is_none_says_where(string selector, int place) =>
        Assert.Contains($"wrong at character {place}:", Assert.Throws<FormatException>(() => LabelSelector.FromString(selector).Matches(s_labels)).Message, StringComparison.Ordinal);

    [Fact]
    public void Selectors_of_one_text_are_equal_whether_they_were_used_or_not()
    {
        var used = LabelSelector.FromString("a=b");
        used.Matches(null);
        Assert.Equal(LabelSelector.Equal("a", "b"), used);
        Assert.Equal(LabelSelector.Equal("a", "b").GetHashCode(), used.GetHashCode());
    }
}
