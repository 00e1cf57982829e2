using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kube.Testing.Tests.Schemas;

/// <summary>Our schemas and the real API server judge random values alike, and make the same objects of those that both accept.</summary>
public sealed partial class SchemaVerdictTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Definitions = "apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private const string Objects = $"apis/{EverySchema.Group}/v1/namespaces/default/everys";
    private static readonly StructuralSchema s_schema = EverySchema.Schema();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // Each test finds it or makes it; it stays, as nobody else's tests mind.
        using var definition = new StringContent(EverySchema.Definition().ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await cluster.Client.PostAsync(Definitions, definition, Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, await answer.Content.ReadAsStringAsync(Cancellation));
        for (var i = 0; (await TryAsync([])).Status is not HttpStatusCode.Created; i++)
        {
            Assert.True(i < 200, "The kind is not served.");
            await Task.Delay(50, Cancellation);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Random_values_are_judged_alike()
    {
        const int Rounds = 100;
        var values = new RandomValues(20);
        var verdicts = new List<bool?>();
        var differences = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var field in EverySchema.FieldNames)
            {
                var spec = new JsonObject { [field] = values.Next() };
                var (isAccepted, difference) = await CompareAsync(spec);
                verdicts.Add(isAccepted);
                differences.AddRange(difference is null ? [] : [$"{spec.ToJsonString()}: {difference}"]);
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(40)));
        Assert.InRange(verdicts.Count(verdict => verdict is true), verdicts.Count / 10, verdicts.Count);
        Assert.InRange(verdicts.Count(verdict => verdict is false), verdicts.Count / 10, verdicts.Count);
        Assert.InRange(verdicts.Count(verdict => verdict is null), 0, verdicts.Count / 10);
    }

    [Fact]
    public async Task Formats_hold_for_the_same_texts()
    {
        foreach (var format in EverySchema.Formats)
        {
            var texts = new JsonObject(FormatTexts.All.Select((text, i) => KeyValuePair.Create($"t{i}", (JsonNode?)JsonValue.Create(text))));
            var spec = new JsonObject { [EverySchema.FieldOf(format)] = texts };
            var (_, answer) = await TryAsync(spec);
            var theirs = PathsIn(answer).Select(path => path[(path.LastIndexOf('.') + 2)..]);
            var ours = s_schema.Validate(EverySchema.ObjectOf((JsonObject)spec.DeepClone())).Select(problem => problem.Path[(problem.Path.LastIndexOf('.') + 2)..]);

            Assert.True(theirs.ToHashSet().SetEquals(ours), $"{format}: {string.Join(" | ", theirs.ToHashSet().SymmetricExceptWithResult(ours).Select(i => FormatTexts.All[int.Parse(i)]))}");
        }
    }

    private async Task<(bool? IsAccepted, string? Difference)> CompareAsync(JsonObject spec)
    {
        var (status, answer) = await TryAsync(spec);
        if (status == 0)
        {
            return (null, null);
        }

        var ours = EverySchema.ObjectOf((JsonObject)spec.DeepClone());
        s_schema.ApplyDefaults(ours);
        s_schema.Prune(ours);
        var problems = s_schema.Validate(ours);
        if (status != HttpStatusCode.Created)
        {
            return (false, problems.Count == 0 ? $"refused: {answer["message"]}" : ComparePaths(spec.First().Key, answer, problems));
        }

        var sameSpec = SameJson.Equal(answer["spec"], ours["spec"]);
        return (true, problems.Count > 0 ? $"accepted, and we say {string.Join(", ", problems)}" : sameSpec ? null : $"became {answer["spec"]!.ToJsonString()}, ours {ours["spec"]!.ToJsonString()}");
    }

    // Of combinations, servers tell which alternative came nearest by a count of their own, and not where they fail. Old ones tell no indices of items.
    private static string? ComparePaths(string field, JsonNode answer, IReadOnlyList<SchemaProblem> problems)
    {
        var theirs = PathsIn(answer).Where(path => path != "<nil>").Select(WithoutIndices).ToHashSet();
        var ours = problems.Select(problem => WithoutIndices(problem.Path)).ToHashSet();
        return field.EndsWith("Of", StringComparison.Ordinal) || theirs.IsSubsetOf(ours) ? null : $"other paths: {string.Join(',', theirs)} - {string.Join(',', problems)}";
    }

    private static string WithoutIndices(string path) => Index().Replace(path, "");

    private async Task<(HttpStatusCode Status, JsonNode Answer)> TryAsync(JsonObject spec)
    {
        using var content = new StringContent(EverySchema.ObjectOf((JsonObject)spec.DeepClone()).ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var response = await cluster.Client.PostAsync($"{Objects}?dryRun=All", content, Cancellation);
            var text = await response.Content.ReadAsStringAsync(Cancellation);
            return (response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)! : new JsonObject());
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ResponseEnded)
        {
            // Old servers crash over some values, such as nulls in lists of objects. That is no verdict.
            return (0, new JsonObject());
        }
    }

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Index();

    private static IEnumerable<string> PathsIn(JsonNode status) =>
        (status["details"]?["causes"] as JsonArray ?? []).Select(cause => (string?)cause!["field"] ?? "");
}
