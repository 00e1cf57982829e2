using System.Globalization;
using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Cost;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel;

/// <summary>Checks one rule at one place.</summary>
/// <param name="rule">The rule, as it stands in the schema.</param>
/// <param name="self">The value that it is about.</param>
/// <param name="place">Where that is.</param>
/// <param name="targetOf">Target of a text of the attribute; of the rule itself for an empty name.</param>
/// <param name="context">Takes the problems.</param>
internal sealed class CelRuleCheck(
    JsonObject rule, CelDeclaration self, CelPlaceInSchema place, Func<string, string> targetOf, SchemaContext context)
{
    private const string MessageExpression = nameof(MessageExpression);
    private readonly bool _hasOptionalOldSelf = rule["optionalOldSelf"] is JsonBoolean { Value: true };

    /// <summary>Reports what is wrong.</summary>
    /// <returns>What the rule and its message cost in one object; 0 when they are wrong.</returns>
    public ulong Run()
    {
        var expression = Check("rule", "", rule.Text("rule") ?? "", CelKind.Bool, "is not true or false, but");
        CheckOldSelf(expression);
        if (rule.Text("fieldPath") is { } path && CelFieldPath.WhyNot(path, self.Schema) is { } reason)
        {
            context.Report(DiagnosticIds.CelFieldPath, targetOf("FieldPath"), path, reason);
        }

        // The message is made at most once, so nothing multiplies its cost.
        var cost = CheckCost(expression, "rule", "", place.RunsOf(self), place.Unbounded);
        return rule.Text("messageExpression") is { } message
            ? CelRange.Add(
                cost,
                CheckCost(
                    Check("expression of the message", MessageExpression, message, CelKind.String, "is no text, but"),
                    "expression of the message",
                    MessageExpression,
                    1,
                    []))
            : cost;
    }

    /// <summary>A factor of a budget as people read it.</summary>
    public static string Factor(ulong cost, ulong budget)
    {
        var factor = (double)cost / budget;
        return factor > 100 ? "more than 100" : factor.ToString(factor < 1.5 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
    }

    private CelChecked Check(string what, string part, string text, CelKind wanted, string butIs)
    {
        var result = CelChecker.Check(text, self.Type, _hasOptionalOldSelf);
        foreach (var problem in result.Problems)
        {
            Report(problem, what, part);
        }

        if (result.Problems.Count == 0 && result.Result.Kind != wanted && result.Result.Kind != CelKind.Unknown)
        {
            context.Report(DiagnosticIds.CelResult, targetOf(part), what, $"{butIs} of type {result.Result}");
        }

        return result;
    }

    private void Report(CelProblem problem, string what, string part)
    {
        var found = Problem.Of(IdOf(problem.Kind), targetOf(part), what, problem.Message) with { Range = new(problem.Start, problem.End) };
        context.Report(problem.Suggestion is { } suggestion
            ? found with { Properties = new([new(DiagnosticProperties.Replacement, suggestion)]) }
            : found);
    }

    private static string IdOf(CelProblemKind kind) => kind switch
    {
        CelProblemKind.Syntax => DiagnosticIds.CelSyntax,
        CelProblemKind.UnknownName => DiagnosticIds.CelUnknownName,
        CelProblemKind.BadConstant => DiagnosticIds.CelConstant,
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
                targetOf(""),
                "rule",
                $"the items of {list} have no identity; make it a map with [ListType(ListKind.Map, ...)], or put the rule above it");
        }
        else if (!expression.UsesOldSelf && rule["optionalOldSelf"] is not null)
        {
            context.Report(DiagnosticIds.CelOldSelf, targetOf("OptionalOldSelf"), "rule", "OptionalOldSelf is set, but oldSelf is not used");
        }
    }

    private ulong CheckCost(CelChecked expression, string what, string part, ulong runs, IReadOnlyList<string> unboundedAbove)
    {
        if (expression.Problems.Count > 0)
        {
            return 0;
        }

        var (cost, coster) = CelCoster.Estimate(expression, self);
        var total = CelRange.Multiply(cost.Max, runs);
        if (total > CelCost.RuleBudget)
        {
            context.Report(
                DiagnosticIds.CelRuleCost, targetOf(part), what, Factor(total, CelCost.RuleBudget), Advice(unboundedAbove, coster));
        }

        return total;
    }

    private string Advice(IReadOnlyList<string> unboundedAbove, CelCoster coster)
    {
        var path = place.IsRoot ? "" : place.Path;
        var read = coster.Places.Where(p => p.MissingBound is not null).Select(p => $"{path}{p.Path.Substring(CelChecker.Self.Length)} ({p.MissingBound})");
        var missing = unboundedAbove.Concat(read.Select(p => p.TrimStart('.'))).Distinct().ToList();
        return missing.Count == 0 ? "make the rule simpler or the bounds smaller" : $"add bounds to {string.Join(", ", missing)}";
    }
}
