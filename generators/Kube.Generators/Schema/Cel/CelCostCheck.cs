using System.Globalization;
using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Cost;
using Kube.Generators.Schema.Cel.Types;
using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema.Cel;

/// <summary>
/// Holds the cost of a rule against the budget. A rule that is within it only because nothing more is asked of something without bound is
/// told of as well: one more comparison, and the server refuses the definition.
/// </summary>
/// <param name="place">Where the rule is.</param>
/// <param name="self">The value that it is about.</param>
/// <param name="kind">Target of the kind.</param>
/// <param name="context">Takes the problems.</param>
internal sealed class CelCostCheck(CelPlaceInSchema place, CelDeclaration self, string kind, SchemaContext context)
{
    /// <summary>A bound that most values keep; what it would change tells whether a missing one matters.</summary>
    private const long UsualBound = 64;

    private const ulong Near = CelCost.RuleBudget / 2;
    private const ulong Noticeable = CelCost.RuleBudget / 100;

    /// <summary>Reports a rule that costs too much, or might.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="what">What it is called.</param>
    /// <param name="target">Where it is shown.</param>
    /// <param name="isRepeated">Whether it runs once for each value that an object has; a message is made once.</param>
    /// <returns>What it costs in one object.</returns>
    public ulong Check(CelChecked rule, string what, string target, bool isRepeated)
    {
        var (cost, coster) = CelCoster.Estimate(rule, self);
        var total = isRepeated ? CelRange.Multiply(cost.Max, place.RunsOf(self)) : cost.Max;
        var id = total > CelCost.RuleBudget ? DiagnosticIds.CelRuleCost
            : total > Near ? DiagnosticIds.CelNearBudget
            : total > Noticeable ? DiagnosticIds.CelUnbounded
            : null;
        if (id is null)
        {
            return total;
        }

        var missing = (isRepeated ? place.Unbounded : []).Concat(Reads(rule, coster, cost.Max)).Distinct()
            .Select(m => (Bound: m, Target: PathTargets.FindProperty(kind, m.Path, context))).Where(m => m.Target is not null).ToList();
        if (missing.Count > 0 || id == DiagnosticIds.CelRuleCost)
        {
            var share = id == DiagnosticIds.CelRuleCost ? Factor(total, CelCost.RuleBudget) : Percent(total);
            var advice = missing.Count == 0 ? "make the rule simpler or the bounds smaller" : $"add bounds to {string.Join(", ", missing.Select(m => m.Bound))}";
            context.Report(Problem.Of(id, target, what, share, advice) with
            {
                Properties = missing.Count == 0 ? default : new([new(DiagnosticProperties.Unbounded, string.Join(";", missing.Select(m => m.Target)))]),
            });
        }

        return total;
    }

    /// <summary>A factor of a budget as people read it.</summary>
    public static string Factor(ulong cost, ulong budget)
    {
        var factor = (double)cost / budget;
        return factor > 100 ? "more than 100" : factor.ToString(factor < 1.5 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
    }

    private static string Percent(ulong cost) => (100.0 * cost / CelCost.RuleBudget).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>What the rule reads without bound, if a bound would make it cheaper.</summary>
    private IEnumerable<MissingBound> Reads(CelChecked rule, CelCoster coster, ulong cost) =>
        from read in coster.Places
        where read is { MissingBound: not null, Path: not null }
        let bounded = CelDeclaration.Of(Bound(self.Schema, [.. read.Path!.Steps], 0, read.MissingBound!), CelChecker.Self, place.IsWholeObject(self.Schema))
        where bounded is not null && CelCoster.Estimate(rule, bounded).Cost.Max < cost
        select new MissingBound(place.Path.Then(read.Path!), read.MissingBound!);

    /// <summary>A schema with a bound at the end of a path.</summary>
    private static JsonObject Bound(JsonObject schema, string[] steps, int at, string keyword)
    {
        if (at == steps.Length)
        {
            return schema.With(keyword, JsonValue.Of(UsualBound));
        }

        if (steps[at] == SchemaPath.Element)
        {
            var element = schema[Keywords.Items] is not null ? Keywords.Items : Keywords.AdditionalProperties;
            return schema.With(element, Bound(schema.Object(element), steps, at + 1, keyword));
        }

        var properties = schema.Object(Keywords.Properties);
        return schema.With(
            Keywords.Properties, properties.With(steps[at], Bound(properties.Object(steps[at]), steps, at + 1, keyword)));
    }
}
