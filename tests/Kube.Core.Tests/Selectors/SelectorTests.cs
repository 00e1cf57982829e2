namespace Kube.Core.Tests.Selectors;

public sealed class SelectorTests
{
    public static TheoryData<LabelSelector, string> Selectors => new()
    {
        { LabelSelector.Equal("app", "web"), "app=web" },
        { LabelSelector.Equal("example.com/app", ""), "example.com/app=" },
        { LabelSelector.NotEqual("app", "web"), "app!=web" },
        { LabelSelector.In("tier", "a", "b.c_d-e"), "tier in (a,b.c_d-e)" },
        { LabelSelector.NotIn("tier", ["a"]), "tier notin (a)" },
        { LabelSelector.Exists("tier"), "tier" },
        { LabelSelector.NotExists("tier"), "!tier" },
        { LabelSelector.Equal("a", "1") & LabelSelector.Exists("b") & "c=3", "a=1,b,c=3" },
        { LabelSelector.Of(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }), "a=1,b=2" },
        { LabelSelector.Of([]) & LabelSelector.Exists("b"), "b" },
        { LabelSelector.Exists("b") & "", "b" },
        { "anything goes", "anything goes" },
    };

    public static TheoryData<string> BadKeys => ["", "a b", "-a", "a-", "a/b/c", "/a", "Example.com/a", "a=b", new string('a', 64), $"{new string('a', 254)}/a", "a\n"];

    [Theory]
    [MemberData(nameof(Selectors))]
    public void Label_selectors_read_as_the_api_writes_them(LabelSelector selector, string text)
    {
        Assert.Equal(text, selector.Text);
        Assert.Equal(text, selector.ToString());
    }

    [Theory]
    [MemberData(nameof(BadKeys))]
    public void What_is_no_label_key_is_refused(string key)
    {
        Assert.Throws<ArgumentException>(() => LabelSelector.Exists(key));
        Assert.Throws<ArgumentException>(() => LabelSelector.Equal(key, "v"));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("-")]
    [InlineData("a,b")]
    [InlineData("(")]
    public void What_is_no_label_value_is_refused(string value)
    {
        Assert.Throws<ArgumentException>(() => LabelSelector.Equal("k", value));
        Assert.Throws<ArgumentException>(() => LabelSelector.In("k", "a", value));
    }

    [Fact]
    public void A_choice_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => LabelSelector.In("k"));

    [Fact]
    public void A_key_and_value_of_the_greatest_length_are_fine() =>
        LabelSelector.Equal(string.Join('.', Enumerable.Repeat(new string('a', 50), 4)) + "/" + new string('a', 63), new('v', 63));

    [Fact]
    public void Field_selectors_escape_values()
    {
        Assert.Equal(@"metadata.name=a,spec.path!=x\,y\=z\\", (FieldSelector.Equal("metadata.name", "a") & FieldSelector.NotEqual("spec.path", @"x,y=z\")).Text);
        Assert.Equal("a=b", ((FieldSelector?)"a=b")!.Text);
        Assert.Null((FieldSelector?)null);
        Assert.Null((LabelSelector?)null);
    }

    [Fact]
    public void Fields_write_values_as_the_api_does()
    {
        Assert.Equal("spec.on=true", new SelectableField<bool>("spec.on").EqualTo(true).Text);
        Assert.Equal("spec.size!=-5", new SelectableField<long>("spec.size").NotEqualTo(-5).Text);
        Assert.Equal("metadata.name=a", new SelectableField<string>("metadata.name").EqualTo("a").Text);
    }
}
