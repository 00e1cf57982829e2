using Kube.Generators.Schema.Cel.Evaluation;
using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Cel.Types;
using Kube.Generators.Schema.Rules;

namespace Kube.Generators.Schema.Cel.Checking;

/// <summary>
/// Constants that the server reads when a definition is applied: patterns, format texts, and what is converted, such as durations and times.
/// It does not read quantities, addresses and versions: those fail in every object instead.
/// </summary>
internal static class CelConstants
{
    public static IEnumerable<CelProblem> Check(CelChecked rule) =>
        CelTree.Of(rule.Tree).OfType<CelCall>().SelectMany(c => Pattern(c).Concat(CelFormatCheck.Check(c, rule)))
            .Concat(CelFolding.FailingConversions(rule));

    private static IEnumerable<CelProblem> Pattern(CelCall call)
    {
        // matches(text, pattern) has the pattern last, text.matches(pattern) and text.find(pattern) first.
        var index = call.Target is null ? 1 : 0;
        if (call.Function is "matches" or "find" or "findAll" && call.Arguments.Count > index
            && call.Arguments[index] is CelLiteral { Type.Kind: CelKind.String } constant
            && PatternRule.WhyNot(constant.Text) is { } reason)
        {
            yield return new(CelProblemKind.BadConstant, $"'{constant.Text}' is no pattern: {reason}", constant.Start, constant.End);
        }
    }
}
