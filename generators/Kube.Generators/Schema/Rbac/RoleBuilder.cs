using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rbac;

/// <summary>Makes the roles of an assembly: one for rights everywhere, and one for each namespace that rights are confined to.</summary>
internal static class RoleBuilder
{
    /// <summary>The roles.</summary>
    /// <param name="rules">All rights of the assembly.</param>
    /// <param name="name">Name of every role.</param>
    public static RbacRoles Build(IEnumerable<RbacRule> rules, string name)
    {
        var all = rules.ToList();
        var sound = all.Where(RbacCheck.IsSound).ToList();
        var manifests = sound.GroupBy(r => r.Namespace ?? "", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Role(name, g.Key, RbacRules.Merge(g)));
        return new(
            manifests.ToEquatableArray(),
            all.SelectMany(RbacCheck.Check).ToEquatableArray(),
            all.Select(r => r.Target).OrderBy(t => t, StringComparer.Ordinal).FirstOrDefault() ?? "");
    }

    private static JsonObject Role(string name, string @namespace, IEnumerable<RbacRule> rules)
    {
        var metadata = JsonObject.Of(("name", JsonValue.Of(name)));
        return JsonObject.Of(
            ("apiVersion", JsonValue.Of("rbac.authorization.k8s.io/v1")),
            ("kind", JsonValue.Of(@namespace.Length == 0 ? "ClusterRole" : "Role")),
            ("metadata", @namespace.Length == 0 ? metadata : metadata.With("namespace", JsonValue.Of(@namespace))),
            ("rules", new JsonArray(rules.Select(r => (JsonValue)Rule(r)).ToEquatableArray())));
    }

    private static JsonObject Rule(RbacRule rule)
    {
        (string Name, EquatableArray<string> Values)[] parts =
        [
            ("apiGroups", rule.Groups), ("resources", rule.Resources), ("resourceNames", rule.ResourceNames), ("nonResourceURLs", rule.Urls),
            ("verbs", rule.Verbs),
        ];
        return JsonObject.Of(parts.Where(p => p.Values.Count > 0).Select(p => new JsonMember(p.Name, JsonValue.Of(p.Values))));
    }
}
