using System.Text.Json.Nodes;
using Kube.Generators.Json;
using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Evaluation;
using Kube.Generators.Schema.Cel.Types;
using Kube.Generators.Server.Tests.Fuzz;
using Kube.Generators.Tests.Schema;
using Kube.Generators.Tests.Schema.Cel;
using Kube.Generators.Tests.Support;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Kube.Generators.Server.Tests;

/// <summary>
/// Rules are evaluated as an API server evaluates them. It evaluates the rules of a default when the definition is applied, so that its verdict
/// tells the answer.
/// </summary>
public class CelEvaluationTests
{
    private static readonly string[] s_values =
    [
        """{"name":"a","replicas":1}""",
        """{"name":"kube-x","namespace":"ns","x-odd.name":"o","replicas":3,"minReplicas":1,"maxReplicas":5,"ratio":1.5,"enabled":true}""",
        """{"replicas":0,"start":"2020-01-01T00:00:00Z","end":"2021-01-01T00:00:00+01:00","numbers":[1,2,3],"counts":{"a":1,"b":2},"text":"abc"}""",
        """{"replicas":2,"items":[{"name":"x","port":1},{"name":"y","value":"v"}],"others":[{"name":"x"}],"first":{"name":"f","inner":{"flag":false,"deep":[1]}},"port":"http"}""",
    ];

    [Fact]
    public async Task ConstantRulesHaveTheAnswerOfTheServer()
    {
        using var server = await CelServer.ConnectAsync();
        var differences = new List<string>();
        foreach (var (rule, answer) in CelCorpus.Constant.Select(r => r.Data))
        {
            var reason = await server.WhyRefusedAsync(WithDefault(rule, """{"replicas":1}"""));
            if ((reason is null) != (answer == true) || (reason is not null && !IsVerdict(reason)))
            {
                differences.Add($"{rule}: {reason ?? "true"}");
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Fact]
    public async Task SoundRulesHaveTheAnswerOfTheServerForValues()
    {
        using var server = await CelServer.ConnectAsync();
        var (differences, known) = (new List<string>(), 0);
        foreach (var (rule, value) in CelCorpus.Sound.SelectMany(r => s_values.Select(v => (r.Data, v))))
        {
            known += await CompareAsync(server, rule, value, differences) ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{known} answers of {CelCorpus.Sound.Count * s_values.Length}");
        Assert.True(differences.Count == 0, string.Join("\n", differences));
        Assert.InRange(known, CelCorpus.Sound.Count, int.MaxValue);
    }

    [Fact]
    public async Task RandomRulesHaveTheAnswerOfTheServer()
    {
        const int Count = 400;
        using var server = await CelServer.ConnectAsync();
        var seed = Environment.GetEnvironmentVariable("FUZZ_SECONDS") is null ? 11 : Environment.TickCount;
        var rules = new RandomRules(new Random(seed));
        var (differences, known) = (new List<string>(), 0);
        for (var i = 0; i < Count; i++)
        {
            known += await CompareAsync(server, rules.Next(), s_values[i % s_values.Length], differences) ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{Count} rules with seed {seed}, {known} answers");
        Assert.True(differences.Count == 0, string.Join("\n", differences));
        Assert.InRange(known, Count / 10, Count);
    }

    [Fact]
    public async Task DefaultsAreJudgedAlike()
    {
        using var server = await CelServer.ConnectAsync();
        var differences = new List<string>();
        foreach (var ((member, value), isSound) in DefaultCorpus.Sound.Select(d => (d.Data, true)).Concat(DefaultCorpus.Broken.Select(d => (d.Data, false))))
        {
            var definition = Generation.Of(TestKind.WithSpec(member, DefaultCorpus.Types)).Manifest();
            SpecOf(definition)["properties"]!["a"]!["default"] = JsonNode.Parse(value);
            var reason = await server.WhyRefusedAsync(definition.ToJsonString());
            if ((reason is null) != isSound)
            {
                differences.Add($"{value} of {member}: {reason ?? "taken"}");
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    /// <summary>Whether there was an answer to compare.</summary>
    private static async Task<bool> CompareAsync(ApiServer server, string rule, string value, List<string> differences)
    {
        var definition = JsonNode.Parse(WithDefault(rule, value))!;
        var schema = (Json.JsonObject)JsonReader.Read(SpecOf(definition).ToJsonString())!;
        var self = CelDeclaration.Of(schema, CelChecker.Self, isRoot: false)!;
        var expression = CelChecker.Check(rule, self.Type);
        if (expression.Problems.Count > 0 || CelJsonValues.Of(JsonReader.Read(value)!, self) is not { } known)
        {
            return false;
        }

        var outcome = CelEvaluator.Evaluate(expression, CelOutcome.Of(known), CelOutcome.Of(known));
        if (!outcome.IsTrue && !outcome.IsFalse && outcome.Failure is null)
        {
            return false;
        }

        var reason = await server.WhyRefusedAsync(definition.ToJsonString());
        if (reason is not null && !IsVerdict(reason))
        {
            return false;
        }

        if ((reason is null) != outcome.IsTrue)
        {
            differences.Add($"{rule}\n    for {value}\n    we: {outcome.Failure ?? (outcome.IsTrue ? "true" : "false")}\n    the server: {reason ?? "true"}");
        }

        return true;
    }

    /// <summary>Whether a refusal is about the default, not about the definition.</summary>
    private static bool IsVerdict(string reason) => reason.Contains(".default", StringComparison.Ordinal) && !reason.Contains("failed", StringComparison.Ordinal);

    private static string WithDefault(string rule, string value)
    {
        var definition = s_plain.Value.DeepClone();
        SpecOf(definition)["x-kubernetes-validations"]![0]!["rule"] = rule;
        SpecOf(definition)["default"] = JsonNode.Parse(value);
        return definition.ToJsonString();
    }

    private static readonly Lazy<JsonObject> s_plain = new(() => Generation.Of(CelCorpus.Kind("self == self")).Manifest());

    private static JsonObject SpecOf(JsonNode definition) =>
        definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!.AsObject();
}
