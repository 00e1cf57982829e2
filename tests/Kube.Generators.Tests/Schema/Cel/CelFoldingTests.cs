using System.Globalization;
using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Evaluation;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema.Cel;

/// <summary>What a rule answers whatever the value is, and what of it always fails.</summary>
public class CelFoldingTests
{
    public static TheoryData<string, bool?> Constant => CelCorpus.Constant;

    [Theory]
    [MemberData(nameof(Constant))]
    public void RuleWithOneAnswerIsShown(string rule, bool? answer)
    {
        var literal = CelCorpus.Literal(rule);
        var id = answer is null ? "KCR163" : "KCR161";
        var problems = Generation.Of(CelCorpus.Kind(rule)).Result.Diagnostics.Where(d => d.Id == id).ToList();
        var message = Assert.Single(problems).GetMessage(CultureInfo.InvariantCulture);
        Assert.Equal(answer is null, message.StartsWith("A part of the rule fails", StringComparison.Ordinal));
        Assert.True(answer is null || message.StartsWith($"The rule is {(answer.Value ? "true" : "false")} ", StringComparison.Ordinal), literal);
    }

    [Theory]
    [InlineData("self.replicas > 1 && [1][2] == 1", "[1][2]")]
    [InlineData("self.items.all(i, i.port == 1 / 0)", "1 / 0")]
    [InlineData("self.enabled ? quantity('1x').isInteger() : true", "quantity('1x')")]
    [InlineData("self.replicas == int('a' + 'b')", "int('a' + 'b')")]
    public void ThePartThatFailsIsUnderlined(string rule, string part) => DiagnosticAssert.Reports("KCR163", CelCorpus.Kind(rule), part);

    [Fact]
    public void AnExpressionOfAMessageMayFailToo() => DiagnosticAssert.Reports(
        "KCR163",
        TestKind.WithSpec("[CelRule(\"self > 1\", MessageExpression = \"string(1 / 0)\")] public int? A { get; set; }"),
        "1 / 0");

    [Theory]
    [InlineData("has(self.name)", "public required string Name { get; set; }", true)]
    [InlineData("has(self.name)", "[Default(\"\\\"a\\\"\")] public string? Name { get; set; }", true)]
    [InlineData("has(self.name)", "[Default(\"\\\"a\\\"\"), Nullable] public string? Name { get; set; }", false)]
    [InlineData("has(self.name)", "public string? Name { get; set; }", false)]
    [InlineData("has(self.name) && self.name != oldSelf.name", "public required string Name { get; set; }", false)]
    [InlineData("has(self.item.name)", "public Item? Item { get; set; }", false)]
    [InlineData("has(self.item.name)", "public required Item Item { get; set; }", true)]
    public void AFieldThatIsAlwaysThereIsKnown(string rule, string member, bool isKnown)
    {
        var source = TestKind.WithSpec(
            member, "public class Item { [MaxLength(9)] public required string Name { get; set; } }", specAttributes: $"[CelRule(\"{rule}\")]");
        Assert.Equal(isKnown, Generation.Of(source).DiagnosticIds.Contains("KCR161"));
    }

    [Fact]
    public void LongRulesEndAtTheirLimit()
    {
        var rule = CelChecker.Check("lists.range(1000).all(a, lists.range(1000).all(b, a + b >= 0))", null);
        Assert.Empty(rule.Problems);
        Assert.Null(CelFolding.OnlyAnswer(rule));
    }

    [Theory]
    [InlineData("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")]
    [InlineData("(a|aa)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")]
    public void PatternsThatTakeForEverAreLeftToTheServer(string pattern, string text)
    {
        var rule = CelChecker.Check($"'{text}'.matches('{pattern}')", null);
        Assert.Null(CelFolding.OnlyAnswer(rule));
    }

    [Theory]
    [InlineData(250, true)]
    [InlineData(251, false)]
    public void ChainsAreAsDeepAsTheServerTakesThem(int terms, bool isTaken)
    {
        Assert.Equal(isTaken, CelChecker.Check(string.Join(" + ", Enumerable.Repeat("1", terms)) + " > 0", null).Problems.Count == 0);
        Assert.Equal(isTaken, CelChecker.Check("dyn(self)" + string.Concat(Enumerable.Repeat(".a", terms - 1)) + " == 1", null).Problems.Count == 0);
    }

    [Fact]
    public void ManyConditionsAreFine() =>
        Assert.Empty(CelChecker.Check("true" + string.Concat(Enumerable.Repeat(" && true", 20_000)), null).Problems);
}
