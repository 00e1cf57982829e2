using System.Collections.Concurrent;
using System.Globalization;

namespace Kube.Runtime.Tests.Laws;

/// <summary>
/// The law of the shared informer under faults, in seeded runs, 25 at a time. LAW_SEED=n repeats the run of a failure alone; LAW_RUNS=n makes more
/// or fewer than 200.
/// </summary>
[Collection(LawFixture.Shared)]
public sealed class FaultLawTests(LawFixture fixture)
{
    private const int AtOnce = 25;

    private static readonly ConcurrentDictionary<string, int> s_happened = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_any_faults_the_cache_equals_the_server_and_handlers_know_it_without_contradiction_in_all_of_200_seeded_runs()
    {
        var laws = await fixture.PlaneAsync();
        var failures = new List<string>();
        foreach (var wave in Seeds().Chunk(AtOnce))
        {
            var disaster = new Lazy<Task>(() => DisasterAsync(laws, wave[0] / AtOnce));
            var results = await Task.WhenAll(wave.Select(seed => Task.Run(() => RunAsync(laws, seed, () => disaster.Value), Token)));
            Count(results);
            failures.AddRange(results.Where(result => result.Problem is not null).Select(Describe));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", s_happened.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value}")));
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        if (Alone is null)
        {
            // A suite that makes no faults proves nothing.
            string[] kinds = [nameof(Fault.Refused), nameof(Fault.NoAnswer), nameof(Fault.Cut), nameof(Fault.Silence), nameof(Fault.Slow), nameof(Fault.End), nameof(Fault.Replay), nameof(Fault.Expired), "410 of the server"];
            Assert.All(kinds, kind => Assert.True(s_happened.GetValueOrDefault(kind) > 0, $"{kind} never happened."));
        }
    }

    private static int? Alone => Number("LAW_SEED");

    private static IEnumerable<int> Seeds() => Alone is { } seed ? [seed] : Enumerable.Range(0, Number("LAW_RUNS") ?? 200);

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What happens to a whole wave: nothing, etcd forgets, or the API server dies and comes back.</summary>
    private static async Task DisasterAsync(LawPlane laws, int wave)
    {
        switch (wave % 4)
        {
            case 1 or 2:
                await laws.Plane.CompactAsync(Token);
                break;
            case 3:
                await laws.Plane.KillApiServerAsync();
                await laws.Plane.CompactAsync(Token);
                await laws.Plane.StartApiServerAsync(Token);
                break;
            default:
                break;
        }
    }

    private static Task<LawResult> RunAsync(LawPlane laws, int seed, Func<Task> disaster) => seed % 3 == 0
        ? new LawRun<PartialObjectMetadata>(laws.Proxy, laws.Direct, LawKind.Secrets, PartialObjectMetadata.Of(LawKind.Secrets.Definition), seed).RunAsync(disaster, Token)
        : new LawRun<k8s.Models.V1ConfigMap>(laws.Proxy, laws.Direct, LawKind.ConfigMaps, BuiltInResources.ConfigMaps, seed).RunAsync(disaster, Token);

    private static void Count(IEnumerable<LawResult> results)
    {
        foreach (var result in results)
        {
            foreach (var (fault, count) in result.Plan.Happened)
            {
                s_happened.AddOrUpdate(fault, count, (_, sum) => sum + count);
            }

            s_happened.AddOrUpdate("410 of the server", result.Plan.ExpiredByServer, (_, sum) => sum + result.Plan.ExpiredByServer);
        }
    }

    private static string Describe(LawResult result) => $"Run LAW_SEED={result.Seed}: {result.Problem}";
}
