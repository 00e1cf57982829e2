using Kube.Generators.Json;
using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Cost;

/// <summary>The budgets of the API server, and what a rule takes of them.</summary>
internal static class CelCost
{
    /// <summary>Most that one rule may cost, over all places where it can run in one object.</summary>
    public const ulong RuleBudget = 10_000_000;

    /// <summary>Most that all rules of one version may cost together.</summary>
    public const ulong VersionBudget = 100_000_000;

    /// <summary>
    /// What a rule costs at most in one object, as the API server estimates it when the definition is applied. To be compared with
    /// <see cref="RuleBudget"/>. 0 for a rule that is wrong.
    /// </summary>
    /// <param name="schema">Schema of the value that the rule is about.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="repetitions">
    /// How many such values an object can have: the product of <c>maxItems</c> and <c>maxProperties</c> of the lists and maps around it; null
    /// when one of them is unbounded.
    /// </param>
    public static ulong Estimate(JsonObject schema, string rule, ulong? repetitions = 1) =>
        CelDeclaration.Of(schema, CelChecker.Self, isRoot: false) is { } self
            ? CelRange.Multiply(
                CelCoster.Estimate(CelChecker.Check(rule, self.Type), self).Cost.Max, repetitions ?? MaxRepetitions(self))
            : 0;

    /// <summary>How many values of the smallest size fit one request, each with a comma.</summary>
    public static ulong MaxRepetitions(CelDeclaration self) => (ulong)(CelDeclaration.MaxRequestBytes / (self.MinSize + 1));
}
