using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Syntax;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>What a rule says whatever the value is.</summary>
internal static class CelFolding
{
    /// <summary>The only answer of a rule; null when it depends on the value.</summary>
    public static bool? OnlyAnswer(CelChecked rule) =>
        CelEvaluator.Evaluate(rule, CelOutcome.Unknown, CelOutcome.Unknown) is { Value: CelBoolValue answer } ? answer.Value : null;

    /// <summary>Parts that the server takes, and that fail in every object that gets to them.</summary>
    public static IEnumerable<CelProblem> FailingParts(CelChecked rule)
    {
        var all = CelEvaluator.Evaluate(rule, CelOutcome.Unknown, CelOutcome.Unknown);
        var isShown = false;
        foreach (var part in CelTree.Of(rule.Tree).Where(n => n is not CelCall call || !IsWorkedOutByServer(call)))
        {
            var outcome = CelEvaluator.Evaluate(rule, part);
            if (outcome.FailedPart == part)
            {
                isShown |= part == all.FailedPart;
                yield return new(CelProblemKind.AlwaysFails, outcome.Failure!, part.Start, part.End);
            }
        }

        // In a macro a part may fail for the items that there are, and only then.
        if (all.FailedPart is { } failed && !isShown)
        {
            yield return new(CelProblemKind.AlwaysFails, all.Failure!, failed.Start, failed.End);
        }
    }

    /// <summary>
    /// Conversions of constants that fail. The server evaluates them when the definition is applied, and refuses it; it does so from the inside
    /// out, so that the argument may itself be such a conversion.
    /// </summary>
    public static IEnumerable<CelProblem> FailingConversions(CelChecked rule)
    {
        foreach (var call in CelTree.Of(rule.Tree).OfType<CelCall>().Where(IsWorkedOutByServer))
        {
            var outcome = CelEvaluator.Evaluate(rule, call);
            if (outcome.FailedPart == call)
            {
                yield return new(CelProblemKind.BadConstant, outcome.Failure!, call.Arguments[0].Start, call.Arguments[0].End);
            }
        }
    }

    private static bool IsWorkedOutByServer(CelCall call) =>
        call is { Target: null, Arguments: [var argument] } && CelConversions.Has(call.Function)
        && (argument is CelLiteral || (argument is CelCall inner && IsWorkedOutByServer(inner)));
}
