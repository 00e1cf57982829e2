using Kube.Runtime.Leadership;
using Kube.Runtime.Telemetry;
using Kube.Runtime.Tests.Controllers;
using Kube.Runtime.Tests.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Leadership;

public sealed class LeaderElectorTests : ElectionTest, IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task One_leads_and_another_takes_over_after_the_lease_duration_and_not_before()
    {
        using var first = Elector("first");
        using var second = Elector("second");
        using var term = await first.AcquireAsync(_stop.Token);
        Assert.Equal(("ns/op", "first", 0), (term.Lease, term.Identity, term.Number));
        var waiting = second.AcquireAsync(_stop.Token);

        // The first is killed: it renews no more.
        await PassAsync(14.5);
        Assert.False(waiting.IsCompleted);
        Assert.Equal("first", second.Leader);
        await PassAsync(1);
        using var next = await waiting.WaitAsync(TimeSpan.FromSeconds(20), _stop.Token);
        Assert.Equal((1, "second"), (next.Number, Server.Lease!.Spec.HolderIdentity));
        Assert.False(first.IsLeader);
        Assert.True(second.IsLeader);
    }

    [Fact]
    public async Task A_leader_that_renews_is_not_disturbed_and_a_short_outage_does_no_harm()
    {
        using var first = Elector("first");
        using var second = Elector("second");
        using var term = await first.AcquireAsync(_stop.Token);
        var (holding, waiting) = (first.HoldAsync(_stop.Token), second.AcquireAsync(_stop.Token));
        await PassAsync(20);
        Server.Before = (_, _) => throw new ApiException(0, "Unreachable", "connection refused");
        await PassAsync(7);
        Server.Before = (_, _) => Task.CompletedTask;
        await PassAsync(20);

        Assert.True(first.IsLeader);
        Assert.False(holding.IsCompleted || waiting.IsCompleted);
        Assert.Equal(0, Server.Lease!.Spec.LeaseTransitions);

        // Each of the two says once what lasts.
        Assert.Equal(2, Log.Lines.Count(line => line.StartsWith("Warning: The lease ns/op was not read or written: connection refused", StringComparison.Ordinal)));
        await StopAsync(holding, waiting);
    }

    [Fact]
    public async Task Wrong_wall_clocks_do_no_harm()
    {
        // Years ahead, and years behind: only the writer's own clock would say that the lease has run out, or will never.
        foreach (var start in new[] { 1980, 2080 })
        {
            Server.Delete();
            var skewed = new FakeTimeProvider(new DateTimeOffset(start, 1, 1, 0, 0, 0, TimeSpan.Zero));
            using var first = Elector("first");
            using var second = Elector("second", skewed);
            using var term = await first.AcquireAsync(_stop.Token);
            var waiting = second.AcquireAsync(_stop.Token);
            await PassAsync(TimeSpan.FromSeconds(14.5), Time, skewed);
            Assert.False(waiting.IsCompleted);
            await PassAsync(TimeSpan.FromSeconds(1), Time, skewed);
            using var next = await waiting.WaitAsync(TimeSpan.FromSeconds(20), _stop.Token);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_renewal_in_time_the_term_is_lost_and_its_token_cancelled(bool hangs)
    {
        using var elector = Elector("first");
        using var term = await elector.AcquireAsync(_stop.Token);
        Server.Before = (_, token) => hangs ? Task.Delay(Timeout.Infinite, token) : throw new ApiException(0, "Unreachable", "connection refused");
        var holding = elector.HoldAsync(_stop.Token);
        await PassAsync(9.5);
        Assert.True(elector.IsLeader);
        Assert.False(term.Ended.IsCancellationRequested);
        await PassAsync(0.75);

        var e = await Assert.ThrowsAsync<LeadershipLostException>(() => holding.WaitAsync(TimeSpan.FromSeconds(20), _stop.Token));
        Assert.Contains("The lease ns/op is lost: it was not renewed within 10 s", e.Message, StringComparison.Ordinal);
        Assert.Contains(hangs ? "no answer within" : "connection refused", e.Message, StringComparison.Ordinal);
        Assert.True(term.Ended.IsCancellationRequested);
        Assert.False(elector.IsLeader);

        // The server comes back: the term does not.
        Server.Before = (_, _) => Task.CompletedTask;
        await PassAsync(5);
        Assert.False(elector.IsLeader);
    }

    [Theory]
    [InlineData("usurper")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_lease_that_another_holds_is_lost_at_once(string? holder)
    {
        using var elector = Elector("first");
        using var term = await elector.AcquireAsync(_stop.Token);
        var holding = elector.HoldAsync(_stop.Token);
        if (holder is null)
        {
            Server.Delete();
        }
        else
        {
            Server.Set(lease => lease with { Spec = lease.Spec with { HolderIdentity = holder } });
        }

        await PassAsync(2.5);
        var e = await Assert.ThrowsAsync<LeadershipLostException>(() => holding.WaitAsync(TimeSpan.FromSeconds(20), _stop.Token));
        Assert.Contains(string.IsNullOrEmpty(holder) ? "nobody holds it now" : "usurper holds it now", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_gives_the_lease_back_and_another_leads_at_its_next_attempt()
    {
        using var first = Elector("first");
        using var second = Elector("second");
        using var term = await first.AcquireAsync(_stop.Token);
        var waiting = second.AcquireAsync(_stop.Token);
        await PassAsync(1);
        await first.ReleaseAsync(_stop.Token);
        Assert.Equal(("", 1), (Server.Lease!.Spec.HolderIdentity, Server.Lease.Spec.LeaseDurationSeconds));
        Assert.True(term.Ended.IsCancellationRequested);
        Assert.False(first.IsLeader);

        // One retry period and its jitter, at most.
        await PassAsync(4.5);
        using var next = await waiting.WaitAsync(TimeSpan.FromSeconds(20), _stop.Token);
        Assert.Equal(1, next.Number);
    }

    [Fact]
    public async Task Callbacks_tell_who_leads_and_when_and_may_fail()
    {
        var told = new List<string>();
        using var first = Elector("first", change: options => options with
        {
            OnStartedLeading = term => told.Add($"started {term.Number}"),
            OnStoppedLeading = term => told.Add($"stopped {term.Number}"),
            OnNewLeader = leader =>
            {
                told.Add($"saw {leader}");
                throw new InvalidOperationException("callback");
            },
        });
        using var term = await first.AcquireAsync(_stop.Token);
        await first.ReleaseAsync(_stop.Token);

        Assert.Equal(["saw first", "started 0", "stopped 0"], told);
        Assert.Contains(Log.Lines, line => line.Contains("callback", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_tell_who_leads()
    {
        using var exporter = new PrometheusExporter();
        using var elector = Elector("first", change: options => options with { LeaseName = "metered-lease" });
        Assert.Equal(0, exporter.Value("""leader_election_master_status{name="metered-lease"}"""));
        using var term = await elector.AcquireAsync(_stop.Token);
        Assert.Equal(1, exporter.Value("""leader_election_master_status{name="metered-lease"}"""));

        // Somebody touches the lease without taking it: the quick renewal fails, the slow one does not.
        Server.Set(lease => lease);
        var holding = elector.HoldAsync(_stop.Token);
        await PassAsync(2.25);
        await ControllerRun.Until(() => exporter.Value("""leader_election_slowpath_total{name="metered-lease"}""") == 1);
        Assert.True(elector.IsLeader);
        await StopAsync(holding);
    }

    [Theory]
    [InlineData(10, 10, 2, "must be longer than the renew deadline")]
    [InlineData(15, 2.4, 2, "must be longer than 1.2 times the retry period")]
    [InlineData(15.5, 10, 2, "must be whole seconds")]
    [InlineData(15, 10, 0, "must be longer than zero")]
    public void Durations_that_do_not_fit_together_are_refused(double lease, double renew, double retry, string problem)
    {
        var e = Assert.Throws<ArgumentException>(() => Elector("x", change: options => options with
        {
            LeaseDuration = TimeSpan.FromSeconds(lease),
            RenewDeadline = TimeSpan.FromSeconds(renew),
            RetryPeriod = TimeSpan.FromSeconds(retry),
        }));
        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_do_two_lead_whatever_fails()
    {
        var random = new Random(3);
        Server.Before = async (_, token) =>
        {
            // Most requests are refused, some hang for a while.
            if (Draw(10) < 7)
            {
                throw new ApiException(0, "Unreachable", "bad luck");
            }

            if (Draw(10) == 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(Draw(12)), Time, token).ConfigureAwait(false);
            }
        };
        var electors = Enumerable.Range(0, 4).Select(n => Elector($"e{n}")).ToList();
        var running = electors.Select(elector => Task.Run(() => CampaignAsync(elector))).ToArray();
        var terms = 0;
        for (var i = 0; i < 1200 || (terms < 3 && i < 60_000); i++)
        {
            await PassAsync(0.25);
            Assert.InRange(electors.Count(elector => elector.IsLeader), 0, 1);
            terms = Server.Lease?.Spec.LeaseTransitions ?? 0;
        }

        Assert.True(terms >= 3, $"Only {terms} changes of the leader: this run shows nothing.");
        await _stop.CancelAsync();
        await Task.WhenAll(running);
        electors.ForEach(elector => elector.Dispose());

        // A generator that several threads use at once breaks and says 0 for ever.
        int Draw(int below)
        {
            lock (random)
            {
                return random.Next(below);
            }
        }
    }

    private async Task CampaignAsync(LeaderElector elector)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var term = await elector.AcquireAsync(_stop.Token);
                await elector.HoldAsync(_stop.Token);
            }
            catch (OperationCanceledException)
            {
                // Lost, or the end of the test.
            }
        }
    }

    private async Task StopAsync(params Task[] running)
    {
        await _stop.CancelAsync();
        foreach (var task in running)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        }
    }
}
