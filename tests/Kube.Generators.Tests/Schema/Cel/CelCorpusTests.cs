using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema.Cel;

/// <summary>Rules are refused where an API server would refuse them, and nowhere else.</summary>
public class CelCorpusTests
{
    public static TheoryData<string> Sound => CelCorpus.Sound;

    public static TheoryData<string, string, string?> Broken => CelCorpus.Broken;

    [Theory]
    [MemberData(nameof(Sound))]
    public void SoundRule(string rule) => DiagnosticAssert.IsSilent(CelCorpus.Kind(rule));

    [Theory]
    [MemberData(nameof(Broken))]
    public void BrokenRule(string id, string rule, string? place)
    {
        var literal = CelCorpus.Literal(rule);
        DiagnosticAssert.Reports(id, CelCorpus.Kind(rule), place ?? literal);
    }
}
