using Kube.Generators.Json;
using Kube.Generators.Schema.Cel.Cost;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Server.Tests;

/// <summary>The estimate of a rule's cost is the server's own: at the largest bound within the budget it takes the rule, at the next it does not.</summary>
public class CelCostTests
{
    /// <summary>Rules about a list of items with a name of at most 63 characters; the list is bounded by the test.</summary>
    private static readonly string[] s_rules =
    [
        "self.all(a, self.exists_one(b, a.name == b.name))",
        "self.all(i, i.name.matches('^[a-z]([-a-z0-9]*[a-z0-9])?$'))",
        "self.map(i, i.name).all(n, n in self.map(i, i.name))",
        "self.filter(i, i.name.startsWith('a')).size() < 3 && self.exists(i, i.name.contains('b'))",
        "self.all(i, self.map(j, i.name + j.name).size() > 0)",
        "self.map(i, has(i.port) ? i.port : 0).sum() < 100 && self.all(a, self.all(b, a == b || a.port < b.port))",
        "self.all(i, i.name.replace('a', 'bc').lowerAscii().split('b').size() < 3) && self.all(a, self.all(b, a.name < b.name))",
        "self.all(i, v, self.all(j, w, i < j || v.name != w.name))",
        "self.transformMap(i, v, v.name).all(k, self.exists(v, v.port == k)) || self.map(i, i.port).sort().distinct().size() > 1",
        "self.all(i, self.map(j, j.port).isSorted() && !format.dns1123Label().validate(i.name).hasValue())",
        "self.all(i, self.all(j, quantity(i.name).isGreaterThan(quantity(j.name)) || url(i.name).getHost() == j.name))",
        "self.all(i, sets.contains(self.map(j, j.name), [i.name]) || cidr(i.name).containsIP(ip(i.name)))",
    ];

    [Fact]
    public async Task TheEstimateIsThatOfTheServer()
    {
        using var server = await CelServer.ConnectAsync();
        var definition = Generation.Of(TestKind.WithSpec(
            "[MaxLength(1), CelRule(\"self == self\")] public IList<Item>? Items { get; set; }",
            "public class Item { [MaxLength(63)] public required string Name { get; set; } public int? Port { get; set; } }")).Manifest();
        var list = definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!["properties"]!["items"]!.AsObject();
        var differences = new List<string>();
        foreach (var rule in s_rules)
        {
            list["x-kubernetes-validations"]![0]!["rule"] = rule;
            var largest = LargestWithin(list, rule);
            Assert.InRange(largest, 2, 1_000_000);
            foreach (var bound in new[] { largest, largest + 1 })
            {
                list["maxItems"] = bound;
                var reason = await server.WhyRefusedAsync(definition.ToJsonString());
                if ((reason is null) != (bound == largest))
                {
                    differences.Add($"{rule} with {bound} items: {reason ?? "taken"}");
                }
            }
        }

        Assert.Empty(differences);
    }

    private static int LargestWithin(System.Text.Json.Nodes.JsonObject list, string rule)
    {
        var (low, high) = (0, 3_000_000);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            list["maxItems"] = middle;
            var schema = (Json.JsonObject)JsonReader.Read(list.ToJsonString())!;
            (low, high) = CelCost.Estimate(schema, rule) <= CelCost.RuleBudget ? (middle, high) : (low, middle);
        }

        return low;
    }
}
