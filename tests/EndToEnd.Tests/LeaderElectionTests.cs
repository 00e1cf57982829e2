using Ray.DevEnvironment;
using Ray.DevEnvironment.Failover;

namespace Ray.EndToEnd;

/// <summary>Two operators under the rights of <c>deploy/rbac</c>; the API server's audit says who wrote what, and when.</summary>
public sealed class LeaderElectionTests(OperatorFixture fixture)
{
    [Fact]
    public async Task Leaders_that_are_killed_or_halted_never_write_beside_another()
    {
        // The fixture's own operator knows of no lease: it must not do the work of the two.
        await fixture.KillOperatorAsync();
        FailoverReport report;
        await using (var run = await FailoverRun.StartAsync(fixture.Environment, seed: 1, Say, TestContext.Current.CancellationToken))
        {
            report = await run.RunAsync(kills: 3, halts: 1, TestContext.Current.CancellationToken);
        }

        await fixture.StartOperatorAsync();

        Assert.Empty(report.Violations);
        Assert.Equal(5, report.Leaders.Count);
        Assert.Equal(report.Leaders.Distinct(), report.Leaders);
        Assert.True(report.Writes > 100, $"{report.Writes} writes: this run shows nothing.");

        // Whoever was halted writes nothing more and ends with an error, so that a supervisor starts it anew.
        Assert.All(report.Awakened, awakening => Assert.Equal((0, 1), (awakening.Writes, awakening.ExitCode)));

        // No sooner than the lease allows, less what passed between the last renewal and the signal; and not much later.
        Assert.All(
            report.AfterKill.Concat(report.AfterHalt), time => Assert.InRange(time.Lease, TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(25)));

        // The judge would see it: without the records of later leaders, their writes are those of nobody.
        Assert.NotEmpty(WriteOrder.Violations(report.Requests.Where(request => request.Lease is null || request.User == report.Leaders[0])));
    }

    [Fact]
    public async Task A_leader_that_is_asked_to_stop_is_followed_within_seconds()
    {
        await fixture.KillOperatorAsync();
        await Replica.GrantAsync(fixture.Environment, TestContext.Current.CancellationToken);
        var before = (await RequestsAsync()).Count;
        await using var first = await Replica.StartAsync(fixture.Environment, "stopping-1", TestContext.Current.CancellationToken);
        await using var second = await Replica.StartAsync(fixture.Environment, "stopping-2", TestContext.Current.CancellationToken);
        await Eventually.ReadAsync("one leads", RequestsAsync, requests => WriteOrder.Leaders(requests.Skip(before)).Count == 1);

        Assert.Equal(0, await first.Process.StopAsync(TestContext.Current.CancellationToken));
        await Eventually.ReadAsync(
            "the other leads", RequestsAsync, requests => WriteOrder.Leaders(requests.Skip(before)).Count == 2, TimeSpan.FromSeconds(10));

        Assert.Equal(0, await second.Process.StopAsync(TestContext.Current.CancellationToken));
        Assert.Empty(WriteOrder.Violations((await RequestsAsync()).Skip(before)));
        await Replica.RevokeAsync(fixture.Environment);
        await fixture.StartOperatorAsync();
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private Task<IReadOnlyList<AuditedRequest>> RequestsAsync() =>
        fixture.Environment.OperatorRequests.ReadAsync(TestContext.Current.CancellationToken);
}
