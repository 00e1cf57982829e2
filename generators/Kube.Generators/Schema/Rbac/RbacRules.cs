using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rbac;

/// <summary>Merges rights, so that each is said once, in an order that no edit of unrelated code changes.</summary>
internal static class RbacRules
{
    /// <summary>The same rights in as few rules as plain merging gives, sorted.</summary>
    public static IReadOnlyList<RbacRule> Merge(IEnumerable<RbacRule> rules)
    {
        var one = rules.Select(r => Sorted(r) with { Namespace = null, Target = "" });
        var verbs = Join(one, r => r with { Verbs = default }, r => r.Verbs, (r, v) => r with { Verbs = v });
        var resources = Join(verbs, r => r with { Resources = default }, r => r.Resources, (r, v) => r with { Resources = v });
        var groups = Join(resources, r => r with { Groups = default }, r => r.Groups, (r, v) => r with { Groups = v });
        return [.. groups.OrderBy(Key, StringComparer.Ordinal)];
    }

    /// <summary>Joins rules that differ in one part only.</summary>
    private static IEnumerable<RbacRule> Join(
        IEnumerable<RbacRule> rules,
        Func<RbacRule, RbacRule> rest,
        Func<RbacRule, EquatableArray<string>> part,
        Func<RbacRule, EquatableArray<string>, RbacRule> with) =>
        rules.GroupBy(rest).Select(g => with(g.Key, Sorted(g.SelectMany(r => part(r)))));

    private static RbacRule Sorted(RbacRule rule) => rule with
    {
        Groups = Sorted(rule.Groups),
        Resources = Sorted(rule.Resources),
        ResourceNames = Sorted(rule.ResourceNames),
        Urls = Sorted(rule.Urls),
        Verbs = Sorted(rule.Verbs),
    };

    private static EquatableArray<string> Sorted(IEnumerable<string> texts) =>
        texts.Distinct().OrderBy(t => t, StringComparer.Ordinal).ToEquatableArray();

    // The separator sorts before every character of a name, so that short names come first.
    private static string Key(RbacRule rule) => string.Join(
        "\u0001", new[] { rule.Groups, rule.Resources, rule.ResourceNames, rule.Urls, rule.Verbs }.Select(p => string.Join(",", p)));
}
