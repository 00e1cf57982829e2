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

        // The last events and status writes of the start are still on their way: the minute begins when nothing moves any more.
        await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        using var http = fixture.Environment.ControlPlane.CreateHttpClient();
        var before = await ApiServerRequests.ReadAsync(http, TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(60), TimeProvider.System, TestContext.Current.CancellationToken);
        var requests = (await ApiServerRequests.ReadAsync(http, TestContext.Current.CancellationToken)).Since(before);

        TestContext.Current.TestOutputHelper?.WriteLine(requests.ToString());
        Assert.DoesNotContain(
            requests.Of("rayclusters", "pods", "services", "events"), request => request.Verb is not "WATCH" && !IsOfTheServerItself(request));
    }

    // The API server reads its own service "kubernetes" every ten seconds. An operator that read services would read fifty at a time.
    private static bool IsOfTheServerItself(RequestCount request) => request is { Verb: "GET", Resource: "services", Count: <= 7 };
}
