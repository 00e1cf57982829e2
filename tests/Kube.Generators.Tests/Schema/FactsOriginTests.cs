using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s.Models;
using Kube.Generators.Schema.KubernetesFacts;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>The facts are complete by two other accounts of the same types.</summary>
public class FactsOriginTests
{
    /// <summary>
    /// What server-side apply knows of merging: the schema in Kubernetes' Go client, made from the types by other tools. Its sets have no keys.
    /// </summary>
    private static readonly JsonObject s_topology = JsonNode.Parse(Golden.Read("kubernetes-topology.json"))!.AsObject();

    [Fact]
    public void ListsAndMapsMergeAsServerSideApplySays()
    {
        var differences = new List<string>();
        var found = FactsTable.Types.Where(t => !IsDiscovery(t.Key)).ToDictionary(t => t.Key, t => Topology(t.Value));
        var names = s_topology.Select(t => t.Key).Where(n => n != nameof(V1ObjectMeta)).Union(found.Where(t => t.Value.Count > 0).Select(t => t.Key)).ToList();
        foreach (var name in names)
        {
            var wanted = s_topology[name]?.AsObject().ToDictionary(f => f.Key, f => f.Value!.GetValue<string>()) ?? [];
            var here = found.GetValueOrDefault(name) ?? [];
            differences.AddRange(wanted.Except(here).Select(f => $"{name}.{f.Key} is {f.Value} there"));
            differences.AddRange(here.Except(wanted).Select(f => $"{name}.{f.Key} is {f.Value} here"));
        }

        Assert.Empty(differences);
        Assert.True(names.Count > 60, $"only {names.Count} types have anything to compare");
    }

    /// <summary>What the server answers about itself is no object that could be applied.</summary>
    private static bool IsDiscovery(string type) => type.StartsWith("V2API", StringComparison.Ordinal) || type.StartsWith("V1API", StringComparison.Ordinal);

    /// <summary>
    /// Counted by hand once, when the schemas were compared with those that controller-gen makes of the Go types, without a difference but for
    /// fields that are newer: types that a pod template, a claim, a service, a condition, TLS of an ingress and rules of a network policy reach.
    /// </summary>
    [Fact]
    public void TheFactsOfCommonTypesAreAsManyAsTheyWere()
    {
        var types = new HashSet<Type>();
        foreach (var root in new[] { typeof(V1PodTemplateSpec), typeof(V1Service), typeof(V1Condition), typeof(V1IngressTLS), typeof(V1NetworkPolicyIngressRule), typeof(V1NetworkPolicyEgressRule), typeof(V1PersistentVolumeClaim) })
        {
            Reach(root, types);
        }

        var facts = types.Where(t => FactsTable.Types.ContainsKey(t.Name)).Select(t => FactsTable.Types[t.Name]).ToList();
        var properties = facts.SelectMany(f => f.Properties.Values).ToList();
        Assert.Equal(
            (95, 21, 20, 10, 10, 1, 2),
            (facts.Sum(f => f.Required.Count),
                properties.Count(p => p.ListKeys.Count > 0),
                properties.Count(p => p.Default is not null),
                facts.Count(f => f.IsAtomic),
                properties.Sum(p => p.Validations.Count),
                properties.Count(p => p.IsSet),
                properties.Count(p => p.IsAtomicMap)));
    }

    private static Dictionary<string, string> Topology(TypeFacts facts)
    {
        var found = facts.Properties.ToDictionary(
            p => p.Key,
            p => p.Value.IsSet ? "set" : p.Value.IsAtomicMap ? "atomic" : p.Value.ListKeys.Count > 0 ? $"map {string.Join(',', p.Value.ListKeys)}" : "")
            .Where(p => p.Value.Length > 0).ToDictionary();
        if (facts.IsAtomic)
        {
            found[""] = "atomic";
        }

        return found;
    }

    private static void Reach(Type type, HashSet<Type> types)
    {
        while (type.IsGenericType && (type.IsAssignableTo(typeof(IEnumerable)) || type.IsValueType))
        {
            type = type.GetGenericArguments()[^1];
        }

        if (type.Namespace != "k8s.Models" || type == typeof(V1ObjectMeta) || !types.Add(type))
        {
            return;
        }

        foreach (var property in type.GetProperties().Where(p => p.IsDefined(typeof(JsonPropertyNameAttribute))))
        {
            Reach(property.PropertyType, types);
        }
    }
}
