using Kube.Generators.Tests.Support;

namespace Kube.CodeFixes.Tests;

/// <summary>Expensive rules get bounds, on whichever properties lack them.</summary>
public class BoundFixTests
{
    private const string Types = """
        public class Group
        {
            /// <summary>Items.</summary>
            public IList<Item>? Items { get; set; }
        }

        public class Item { public int? Port { get; set; } public Box<string>? Box { get; set; } }

        public class Box<T> { public IList<T>? Content { get; set; } }
        """;

    [Fact]
    public Task ThePropertyItself() => FixRun.MendsAsync(
        new AddBoundsFix(),
        TestKind.WithSpec("/// <summary>Parts.</summary>\n    [CelRule(\"self.all(a, self.all(b, a == b))\")]\n    public IList<int>? A { get; set; }"),
        "Bound A at 64",
        "/// <summary>Parts.</summary>\n    [MaxLength(64)]\n    [CelRule(");

    [Fact]
    public Task APropertyFarFromTheRule() => FixRun.MendsAsync(
        new AddBoundsFix(),
        TestKind.WithSpec("[MaxLength(9), CelRule(\"self.all(g, g.items.all(i, i.port > 0))\")] public IList<Group>? A { get; set; }", Types),
        "Bound Items at 64",
        "    [MaxLength(64)]\n    public IList<Item>? Items");

    [Fact]
    public Task SeveralPropertiesAtOnce() => FixRun.MendsAsync(
        new AddBoundsFix(),
        TestKind.WithSpec("[CelRule(\"self.all(g, g.items.all(i, i.port > 0))\")] public IList<Group>? A { get; set; }", Types),
        "Bound A, Items at 64",
        "[MaxLength(64)]\n    [CelRule(");

    [Theory]
    [InlineData("", "[Items(MaxLength = 64)]\n    [MaxLength(9), CelRule(")]
    [InlineData("[Items(MinLength = 1)] ", "[Items(MinLength = 1, MaxLength = 64)]")]
    public Task TheItemsOfAProperty(string attributes, string expected) => FixRun.MendsAsync(
        new AddBoundsFix(),
        TestKind.WithSpec(attributes + "[MaxLength(9), CelRule(\"self.all(s, s != 'a' && s.lowerAscii() == s)\")] public IList<string>? A { get; set; }"),
        "Bound A[] at 64",
        expected);

    [Fact]
    public Task APropertyOfAGenericType() => FixRun.MendsAsync(
        new AddBoundsFix(),
        TestKind.WithSpec("[CelRule(\"self.box.content.all(c, c == '')\")] public Item? A { get; set; }", Types),
        "Bound Content at 64",
        "[MaxLength(64)]\npublic IList<T>? Content");

    [Fact]
    public Task ABoundThatTwoRulesLackIsAddedOnce() => FixRun.MendsAllAsync(
        new AddBoundsFix(),
        TestKind.WithSpec(
            "public IList<int>? A { get; set; } public IList<int>? B { get; set; }",
            specAttributes: "[CelRule(\"self.a.all(x, x > 0)\"), CelRule(\"self.a.all(x, x < 9)\"), CelRule(\"self.b.all(x, x > 0)\")]"),
        "[MaxLength(64)]\n    public IList<int>? A");

    [Fact]
    public async Task ABoundedPropertyGetsNoSecondBound()
    {
        var source = TestKind.WithSpec("[MaxLength(99999)] [CelRule(\"self.all(a, self.all(b, a == b))\")] public IList<int>? A { get; set; }");
        Assert.Empty((await FixRun.OfAsync(new AddBoundsFix(), source)).Titles);
    }
}
