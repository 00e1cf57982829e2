using Ray.DevEnvironment;

namespace Ray.EndToEnd;

public sealed class IdleTests(OperatorFixture fixture)
{
    [Fact]
    public async Task Fifty_ready_clusters_cost_no_request_in_a_minute()
    {
        const int Count = 50;
        var ns = await fixture.NewNamespaceAsync();
        var client = fixture.Environment.RayClusters();
        foreach (var index in Enumerable.Range(0, Count))
        {
            await client.CreateAsync(Clusters.Of(ns, $"idle-{index}", ("small", 1)));
        }

        await Eventually.ReadAsync(
            "all are ready",
            () => client.ListAsync(ns),
            clusters => clusters.Items.Count == Count && clusters.Items.All(cluster => cluster.Status?.State == "ready"),
            TimeSpan.FromMinutes(2));
        var before = await SettledAsync();
        Assert.Contains(before, request => request.Verb == "create");

        await Task.Delay(TimeSpan.FromSeconds(60), TimeProvider.System, TestContext.Current.CancellationToken);

        var requests = (await RequestsAsync()).Skip(before.Count).Where(request => request.Verb != "watch");
        Assert.Empty(requests);
    }

    // The last events and status writes of the start, and what other tests left to do, are still on their way: the minute begins when the
    // operator was silent for ten seconds.
    private async Task<IReadOnlyList<AuditedRequest>> SettledAsync()
    {
        var before = await RequestsAsync();
        for (var attempt = 0; attempt < 12; attempt++)
        {
            await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
            var now = await RequestsAsync();
            if (now.Count == before.Count)
            {
                return now;
            }

            before = now;
        }

        throw new TimeoutException($"The operator sent requests all the time for two minutes; the last was {before[^1]}.");
    }

    private Task<IReadOnlyList<AuditedRequest>> RequestsAsync() =>
        fixture.Environment.OperatorRequests.ReadAsync(TestContext.Current.CancellationToken);
}
