using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Cost;
using Kube.Generators.Schema.Cel.Evaluation;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel;

/// <summary>Checks one rule at one place.</summary>
/// <param name="rule">The rule, as it stands in the schema.</param>
/// <param name="self">The value that it is about.</param>
/// <param name="place">Where that is.</param>
/// <param name="kind">Target of the kind.</param>
/// <param name="context">Takes the problems.</param>
internal sealed class CelRuleCheck(JsonObject rule, CelDeclaration self, CelPlaceInSchema place, string kind, SchemaContext context)
{
    private const string Rule = "rule";
    private const string Message = "expression of the message";
    private const string MessageExpression = nameof(MessageExpression);
    private readonly bool _hasOptionalOldSelf = rule["optionalOldSelf"] is JsonBoolean { Value: true };

    /// <summary>Reports what is wrong.</summary>
    /// <returns>What the rule and its message cost in one object; 0 when they are wrong.</returns>
    public ulong Run()
    {
        var expression = Check(Rule, "", rule.Text("rule") ?? "", CelKind.Bool, "is not true or false, but");
        CheckOldSelf(expression);
        CheckAnswer(expression);
        CheckFieldPath();

        // The message is made at most once, so nothing multiplies its cost.
        var cost = CheckCost(expression, Rule, "", isRepeated: true);
        return rule.Text("messageExpression") is { } message
            ? CelRange.Add(
                cost, CheckCost(Check(Message, MessageExpression, message, CelKind.String, "is no text, but"), Message, MessageExpression, isRepeated: false))
            : cost;
    }

    private void CheckFieldPath()
    {
        if (rule.Text("fieldPath") is { } path && CelFieldPath.WhyNot(path, self.Schema) is { } wrong)
        {
            Report(Problem.Of(DiagnosticIds.CelFieldPath, TargetOf("FieldPath"), path, wrong.Reason), wrong.Suggestion);
        }
    }

    private string TargetOf(string part) => context.CelRules.TargetOf(rule, part, kind);

    private CelChecked Check(string what, string part, string text, CelKind wanted, string butIs)
    {
        var result = CelChecker.Check(text, self.Type, _hasOptionalOldSelf);
        foreach (var problem in result.Problems.Concat(result.Problems.Count == 0 ? CelFolding.FailingParts(result) : []))
        {
            Report(problem, what, part);
        }

        if (result.Problems.Count == 0 && result.Result.Kind != wanted && result.Result.Kind != CelKind.Unknown)
        {
            context.Report(DiagnosticIds.CelResult, TargetOf(part), what, $"{butIs} of type {result.Result}");
        }

        return result;
    }

    private void Report(CelProblem problem, string what, string part)
    {
        var found = Problem.Of(IdOf(problem.Kind), TargetOf(part), what, problem.Message) with { Range = new(problem.Start, problem.End) };
        Report(found, problem.Suggestion);
    }

    private void Report(Problem problem, string? suggestion) => context.Report(
        suggestion is null ? problem : problem with { Properties = new([new(DiagnosticProperties.Replacement, suggestion)]) });

    private static string IdOf(CelProblemKind kind) => kind switch
    {
        CelProblemKind.Syntax => DiagnosticIds.CelSyntax,
        CelProblemKind.UnknownName => DiagnosticIds.CelUnknownName,
        CelProblemKind.BadConstant => DiagnosticIds.CelConstant,
        CelProblemKind.AlwaysFails => DiagnosticIds.CelAlwaysFails,
        _ => DiagnosticIds.CelBadCall,
    };

    private void CheckOldSelf(CelChecked expression)
    {
        if (expression.Tree is null)
        {
            return;
        }

        if (expression.UsesOldSelf && place.Uncorrelated is { } list)
        {
            context.Report(
                DiagnosticIds.CelOldSelf,
                TargetOf(""),
                Rule,
                $"the items of {list} have no identity; make it a map with [ListType(ListKind.Map, ...)], or put the rule above it");
        }
        else if (!expression.UsesOldSelf && rule["optionalOldSelf"] is not null)
        {
            context.Report(DiagnosticIds.CelOldSelf, TargetOf("OptionalOldSelf"), Rule, "OptionalOldSelf is set, but oldSelf is not used");
        }
    }

    private void CheckAnswer(CelChecked expression)
    {
        if (expression.Problems.Count == 0 && CelFolding.OnlyAnswer(expression) is { } answer)
        {
            var (word, meaning) = answer ? ("true", "it checks nothing, so leave it out") : ("false", "every value is refused");
            context.Report(DiagnosticIds.CelOneAnswer, TargetOf(""), word, meaning);
        }
    }

    private ulong CheckCost(CelChecked expression, string what, string part, bool isRepeated) => expression.Problems.Count > 0
        ? 0
        : new CelCostCheck(place, self, kind, context).Check(expression, what, TargetOf(part), isRepeated);
}
