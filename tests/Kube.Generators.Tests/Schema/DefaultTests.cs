using Kube.Generators.Tests.Schema.Cel;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>A default keeps every rule and format of its schema, as the server demands.</summary>
public class DefaultTests
{
    public static TheoryData<string, string> Sound => DefaultCorpus.Sound;

    public static TheoryData<string, string> Broken => DefaultCorpus.Broken;

    [Theory]
    [MemberData(nameof(Sound))]
    public void SoundDefault(string member, string value) => DiagnosticAssert.IsSilent(Source(member, value));

    [Theory]
    [MemberData(nameof(Broken))]
    public void BrokenDefault(string member, string value) => DiagnosticAssert.Reports("KCR106", Source(member, value), "A");

    [Fact]
    public void TheRuleIsNamed()
    {
        var problem = DiagnosticAssert.Reports("KCR106", Source("[CelRule(\"self > 5\")] public int? A { get; set; }", "5"), "A");
        Assert.EndsWith("the rule 'self > 5' does not hold for it", problem.GetMessage(null), StringComparison.Ordinal);
    }

    private static string Source(string member, string value) =>
        TestKind.WithSpec($"[Default({CelCorpus.Literal(value)})] {member}", DefaultCorpus.Types);
}
