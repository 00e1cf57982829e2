using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Unions;

/// <summary>Words the rules that tie properties to the discriminator.</summary>
internal sealed class UnionRules(UnionModel union, JsonObject schema)
{
    private string Discriminator => "self." + CelNames.Escape(union.Discriminator);

    private bool HasCommonBase => union.Cases.Any(c => c.Tag is null);

    /// <summary>An expression that holds for all other cases, so that a rule behind it speaks of one case alone.</summary>
    public string Guard(UnionCaseModel one) =>
        one.Tag is null ? $"has({Discriminator})"
        : HasCommonBase ? $"!has({Discriminator}) || {Discriminator} != {Literal(one.Tag)}"
        : $"{Discriminator} != {Literal(one.Tag)}";

    /// <summary>The rules of a derived type, which hold for its objects only.</summary>
    public EquatableArray<CelRuleModel> OfCase(UnionCaseModel one) =>
        one.Type.Validation.Rules.Select(r => r with { Rule = $"{Guard(one)} || ({r.Rule})" }).ToEquatableArray();

    /// <summary>For each case, that it has what only some cases must have.</summary>
    public IEnumerable<CelRuleModel> Required(ILookup<UnionCaseModel, string> needed) =>
        from one in union.Cases
        let names = needed[one].ToList()
        where names.Count > 0
        let tests = string.Join(" && ", names.Select(Has))
        select new CelRuleModel(
            $"{Guard(one)} || {(names.Count == 1 ? tests : $"({tests})")}",
            $"{Enumeration(names)} must be set {(one.Tag is null ? $"without {union.Discriminator}" : $"when {union.Discriminator} is {Plain(one.Tag)}")}");

    /// <summary>For the properties of some cases, that the others do not have them. Those of the same cases share a rule.</summary>
    public IEnumerable<CelRuleModel> Owned(IEnumerable<(string Name, List<UnionCaseModel> Owners)> properties) =>
        from same in properties.GroupBy(p => string.Join("\n", p.Owners.Select(o => o.Tag)))
        let owners = same.First().Owners
        let names = same.Select(p => p.Name).ToList()
        let absent = string.Join(" && ", names.Select(n => "!" + Has(n)))
        select new CelRuleModel(
            $"{(names.Count == 1 ? absent : $"({absent})")} || {IsOneOf(owners)}",
            $"{Enumeration(names)} must not be set unless {union.Discriminator} is {string.Join(" or ", owners.Select(o => o.Tag is null ? "absent" : Plain(o.Tag)))}");

    /// <summary>A name that no rule can say; null when there is none, or no rule.</summary>
    public string? WhyInexpressible(IEnumerable<string> names, bool hasRules) =>
        hasRules ? names.Prepend(union.Discriminator).FirstOrDefault(n => CelNames.Escape(n) is null) : null;

    private string IsOneOf(List<UnionCaseModel> owners)
    {
        var tags = owners.Where(o => o.Tag is not null).Select(o => Literal(o.Tag!)).ToList();
        var test = tags.Count switch
        {
            0 => null,
            1 => $"{Discriminator} == {tags[0]}",
            _ => $"{Discriminator} in [{string.Join(", ", tags)}]",
        };
        return owners.Any(o => o.Tag is null) ? test is null ? $"!has({Discriminator})" : $"!has({Discriminator}) || {test}"
            : HasCommonBase ? $"(has({Discriminator}) && {test})"
            : test!;
    }

    private string Has(string name) => schema.Object(Keywords.Properties)[name] is null ? "true" : $"has(self.{CelNames.Escape(name)})";

    private static string Literal(string tag) =>
        JsonReader.Read(tag) is JsonString text ? $"'{text.Value.Replace("\\", "\\\\").Replace("'", "\\'").Replace("\n", "\\n").Replace("\r", "\\r")}'" : tag;

    private static string Plain(string tag) => JsonReader.Read(tag) is JsonString text ? text.Value.Replace("\n", " ").Replace("\r", " ") : tag;

    private static string Enumeration(List<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]}";
}
