using Kube.Generators.Json;
using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Cost;
using Kube.Generators.Schema.Cel.Types;
using Kube.Generators.Tests.Support;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Kube.Generators.Server.Tests;

/// <summary>
/// The cost of every rule that attributes stand for is exact. The rule stands in the items of a list; the cost of one run times the bound of the
/// list reaches the budget somewhere, and there the server changes its mind at the same bound as the estimate. For rules that cost less than
/// 3,162 units (the root of the budget) any other cost of one run would give another bound.
/// </summary>
public class GeneratedRuleCostTests
{
    /// <summary>Members and attributes of an item.</summary>
    private static readonly (string Attributes, string Members)[] s_items =
    [
        ("", "[Immutable, MaxLength(1)] public required string A { get; set; }"),
        ("", "[Immutable, MaxLength(63)] public required string A { get; set; }"),
        ("", "[Immutable, MaxLength(1000)] public required string A { get; set; }"),
        ("", "[Immutable] public required int A { get; set; }"),
        ("", "[Immutable] public required bool A { get; set; }"),
        ("", "[Immutable] public required double A { get; set; }"),
        ("", "[Immutable] public required Colour A { get; set; }"),
        ("", "[Immutable] public required DateTimeOffset A { get; set; }"),
        ("", "[Immutable, MaxLength(20)] public required IList<int> A { get; set; }"),
        ("", "[Immutable, MaxLength(20), Items(MaxLength = 10)] public required IList<string> A { get; set; }"),
        ("", "[Immutable, MaxLength(20)] public required IDictionary<string, int> A { get; set; }"),
        ("", "[Immutable] public required Inner A { get; set; }"),
        ("", "[Immutable] public int? A { get; set; }"),
        ("", "[Immutable, MaxLength(63)] public string? A { get; set; }"),
        ("[AtMostOneOf(\"A\", \"B\")]", Optional(2)),
        ("[AtMostOneOf(\"A\", \"B\", \"C\")]", Optional(3)),
        ("[AtMostOneOf(\"A\", \"B\", \"C\", \"D\", \"E\", \"F\", \"G\", \"H\")]", Optional(8)),
        ("[ExactlyOneOf(\"A\", \"B\")]", Optional(2)),
        ("[ExactlyOneOf(\"A\", \"B\", \"C\", \"D\", \"E\")]", Optional(5)),
        ("[AtLeastOneOf(\"A\", \"B\")]", Optional(2)),
        ("[AtLeastOneOf(\"A\", \"B\", \"C\", \"D\", \"E\")]", Optional(5)),
    ];

    [Fact]
    public async Task TheCostOfEachIsThatOfTheServer()
    {
        using var server = await CelServer.ConnectAsync();
        var differences = new List<string>();
        foreach (var (attributes, members) in s_items)
        {
            var definition = Generation.Of(TestKind.WithSpec(
                "[MaxLength(1), ListType(ListKind.Map, \"Name\")] public IList<Item>? Items { get; set; }",
                $$"""
                {{attributes}} public class Item { [MaxLength(9)] public required string Name { get; set; } {{members}} }
                [JsonConverter(typeof(JsonStringEnumConverter<Colour>))] public enum Colour { Red, Green }
                public class Inner { public int? X { get; set; } [MaxLength(9)] public string? Y { get; set; } }
                """)).Manifest();
            var list = definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!["properties"]!["items"]!.AsObject();
            var (cost, rules) = CostOf(list["items"]!.AsObject());
            Assert.InRange(cost, 1UL, 3162UL);
            var largest = CelCost.RuleBudget / cost;
            foreach (var bound in new[] { largest, largest + 1 })
            {
                list["maxItems"] = bound;
                var reason = await server.WhyRefusedAsync(definition.ToJsonString());
                if ((reason is null) != (bound == largest))
                {
                    differences.Add($"{attributes} {members}: {rules} cost {cost}; with {bound} items {reason ?? "taken"}");
                }
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    /// <summary>The dearest rule of an item or its property.</summary>
    private static (ulong Cost, string Rule) CostOf(JsonObject item)
    {
        var places = item["properties"]!.AsObject().Select(p => p.Value!.AsObject()).Prepend(item);
        return places.SelectMany(p => (p["x-kubernetes-validations"]?.AsArray() ?? []).Select(r => (Cost: CostOf(p, r!["rule"]!.GetValue<string>()), Rule: r["rule"]!.GetValue<string>())))
            .MaxBy(r => r.Cost);
    }

    private static ulong CostOf(JsonObject schema, string rule)
    {
        var self = CelDeclaration.Of((Json.JsonObject)JsonReader.Read(schema.ToJsonString())!, CelChecker.Self, isRoot: false)!;
        return CelCoster.Estimate(CelChecker.Check(rule, self.Type), self).Cost.Max;
    }

    private static string Optional(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"public int? {(char)('A' + i)} {{ get; set; }} "));
}
