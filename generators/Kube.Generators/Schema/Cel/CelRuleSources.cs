using System.Runtime.CompilerServices;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Cel;

/// <summary>Which attribute each rule in a schema comes from. Rules are told apart by identity: equal ones may come from several places.</summary>
internal sealed class CelRuleSources
{
    private readonly Dictionary<JsonValue, (string Owner, CelRuleModel Rule)> _sources = new(new ByIdentity());

    public void Add(JsonObject schema, string owner, CelRuleModel rule) => _sources[schema] = (owner, rule);

    /// <summary>Target of a rule or one of its texts.</summary>
    /// <param name="schema">The rule, as it stands in the schema.</param>
    /// <param name="part">Name of the attribute's property; empty for the rule itself.</param>
    /// <param name="otherwise">The target of rules that come from no attribute.</param>
    public string TargetOf(JsonObject schema, string part, string otherwise) =>
        _sources.TryGetValue(schema, out var source) ? source.Rule.TargetOf(source.Owner, part) : otherwise;

    private sealed class ByIdentity : IEqualityComparer<JsonValue>
    {
        public bool Equals(JsonValue? x, JsonValue? y) => ReferenceEquals(x, y);

        public int GetHashCode(JsonValue obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
