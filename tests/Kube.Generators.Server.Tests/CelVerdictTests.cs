using System.Text.Json.Nodes;
using Kube.Generators.Json;
using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Cost;
using Kube.Generators.Schema.Cel.Types;
using Kube.Generators.Server.Tests.Fuzz;
using Kube.Generators.Tests.Schema.Cel;
using Kube.Generators.Tests.Support;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Kube.Generators.Server.Tests;

/// <summary>Every rule of the corpus is judged by a real API server as the generator judges it.</summary>
public class CelVerdictTests
{
    private static readonly Lazy<JsonObject> s_plain = new(() => Generation.Of(CelCorpus.Kind("self == self")).Manifest());

    [Fact]
    public async Task SoundRulesAreTaken()
    {
        using var server = await CelServer.ConnectAsync();
        var refused = new List<string>();
        foreach (var rule in CelCorpus.Sound.Select(r => r.Data))
        {
            if (await server.WhyRefusedAsync(With(rule)) is { } reason)
            {
                refused.Add($"{rule}\n    {reason}");
            }
        }

        Assert.Empty(refused);
    }

    [Fact]
    public async Task BrokenRulesAreRefused()
    {
        using var server = await CelServer.ConnectAsync();
        var taken = new List<string>();
        foreach (var rule in CelCorpus.Broken.Select(r => r.Data.Item2))
        {
            if (await server.WhyRefusedAsync(With(rule)) is null)
            {
                taken.Add(rule);
            }
        }

        Assert.Empty(taken);
    }

    [Fact]
    public async Task RandomRulesAreJudgedAlike()
    {
        const int Count = 400;
        using var server = await CelServer.ConnectAsync();
        var seed = Environment.GetEnvironmentVariable("FUZZ_SECONDS") is null ? 7 : Environment.TickCount;
        var rules = new RandomRules(new Random(seed));
        var schema = SpecOf(s_plain.Value).ToJsonString();
        var self = CelDeclaration.Of((Json.JsonObject)JsonReader.Read(schema)!, "self", isRoot: false)!;
        var (differences, sound) = (new List<string>(), 0);
        for (var i = 0; i < Count; i++)
        {
            var rule = rules.Next();
            var verdict = Verdict(rule, self);
            var reason = await server.WhyRefusedAsync(With(rule));
            sound += verdict is null ? 1 : 0;
            if ((verdict is null) != (reason is null))
            {
                differences.Add($"{rule}\n    we: {verdict ?? "sound"}\n    the server: {reason ?? "sound"}");
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{Count} rules with seed {seed}, {sound} sound");
        Assert.True(differences.Count == 0, string.Join("\n", differences));
        Assert.InRange(sound, Count / 10, Count * 9 / 10);
    }

    private static string? Verdict(string rule, CelDeclaration self)
    {
        var result = CelChecker.Check(rule, self.Type);
        var cost = result.Problems.Count > 0 ? 0 : CelCoster.Estimate(result, self).Cost.Max;
        return result.Problems.Count > 0 ? result.Problems[0].Message
            : result.Result.Kind is not (CelKind.Bool or CelKind.Unknown) ? $"is {result.Result}"
            : cost > CelCost.RuleBudget ? $"costs {cost}"
            : null;
    }

    private static JsonNode SpecOf(JsonNode definition) =>
        definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!;

    /// <summary>The definition with another rule. The generator would not print one that it refuses.</summary>
    private static string With(string rule)
    {
        var definition = s_plain.Value.DeepClone().AsObject();
        SpecOf(definition)["x-kubernetes-validations"]![0]!["rule"] = rule;
        return definition.ToJsonString();
    }
}
