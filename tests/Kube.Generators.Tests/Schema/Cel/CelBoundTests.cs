using System.Collections.Immutable;
using System.Globalization;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Schema.Cel;

/// <summary>What is said of rules that are within their budget though something has no bound.</summary>
public class CelBoundTests
{
    private const string Types = """
        public class Group { [CelRule("self.matches('^[a-z]+$')"), MaxLength(9)] public string? Name { get; set; } public IList<Item>? Items { get; set; } }
        public class Item { public string? Name { get; set; } public int? Port { get; set; } }
        """;

    [Theory]
    [InlineData("[CelRule(\"self == oldSelf\")] public string? A { get; set; }", "KCR162", ".spec.a (maxLength)", "Demo.ExampleSpec.A")]
    [InlineData("[Immutable] public string? A { get; set; }", "KCR162", ".spec.a (maxLength)", "Demo.ExampleSpec.A")]
    [InlineData("[CelRule(\"self.all(i, i > 0)\")] public IList<int>? A { get; set; }", "KCR160", ".spec.a (maxItems)", "Demo.ExampleSpec.A")]
    [InlineData(
        "[CelRule(\"self.all(k, k != '')\")] public IDictionary<string, int>? A { get; set; }", "KCR162", ".spec.a (maxProperties)", "Demo.ExampleSpec.A")]
    [InlineData(
        "[MaxLength(9), CelRule(\"self.all(s, s != 'a' && s.size() > 3 && s.lowerAscii() == s)\")] public IList<string>? A { get; set; }",
        "KCR160", ".spec.a[*] (maxLength)", "Demo.ExampleSpec.A[]")]
    [InlineData(
        "[MaxLength(3), CelRule(\"self.all(g, !has(g.items) || g.items.all(i, i.port > 0))\")] public IList<Group>? A { get; set; }",
        "KCR158", ".spec.a[*].items (maxItems)", "Demo.Group.Items")]
    public void TheMissingBoundIsNamed(string member, string id, string bound, string target)
    {
        var problem = Single(id, TestKind.WithSpec(member, Types.Replace("CelRule(\"self.matches('^[a-z]+$')\"), ", "", StringComparison.Ordinal)));
        Assert.EndsWith($"add bounds to {bound}", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(target, problem.Properties["Unbounded"]);
    }

    [Fact]
    public void AListAboveTheRuleIsNamed()
    {
        var problem = Single("KCR160", TestKind.WithSpec("public IList<Group>? A { get; set; }", Types));
        Assert.EndsWith("add bounds to .spec.a (maxItems)", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("Demo.ExampleSpec.A", problem.Properties["Unbounded"]);
    }

    [Fact]
    public void NothingIsSaidOfWhatCostsNothing() =>
        Assert.Empty(Of("[CelRule(\"self.startsWith('a') && self.size() < 3\")] public string? A { get; set; }"));

    [Fact]
    public void NothingIsSaidOfWhatIsBounded() => Assert.Empty(Of("[MaxLength(64), Immutable] public string? A { get; set; }"));

    [Fact]
    public void BoundsThatNobodyCanSetAreNotAskedFor() => Assert.Empty(Of("[CelRule(\"self == oldSelf\")] public V1SecurityContext? A { get; set; }"));

    private static ImmutableArray<Diagnostic> Of(string member) => Generation.Of(TestKind.WithSpec(member)).Result.Diagnostics;

    private static Diagnostic Single(string id, string source)
    {
        var problem = Assert.Single(Generation.Of(source).Result.Diagnostics);
        Assert.Equal(id, problem.Id);
        return problem;
    }
}
