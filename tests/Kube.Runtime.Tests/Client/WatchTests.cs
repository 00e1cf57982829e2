using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Kube.Runtime.Tests.Client;

public sealed class WatchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaving_the_enumeration_ends_the_request_at_once()
    {
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            await context.EventAsync("ADDED", Answers.Pod("a", 1));
            await context.HangAsync();
        });
        using var transport = server.Transport();
        for (var i = 0; i < 5; i++)
        {
            await foreach (var change in Watch(transport))
            {
                Assert.Equal("a", change.Resource?.Metadata.Name);
                break;
            }
        }

        await Until(() => server.Open == 0);
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task Cancelling_a_silent_watch_ends_the_request_at_once()
    {
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            await context.Response.Body.FlushAsync();
            await context.HangAsync();
        });
        using var transport = server.Transport();
        using var cancel = new CancellationTokenSource();
        var reading = ReadAll(transport, cancel.Token);
        await Until(() => server.Open == 1);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await Until(() => server.Open == 0);
    }

    [Fact]
    public async Task The_server_s_end_is_a_normal_end()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.EventAsync("ADDED", Answers.Pod("a", 1)));
        using var transport = server.Transport();

        Assert.Single(await ReadAll(transport, Token));
    }

    [Fact]
    public async Task A_cut_within_an_event_is_an_error()
    {
        var received = new TaskCompletionSource();
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            await context.EventAsync("ADDED", Answers.Pod("a", 1));
            await context.Response.WriteAsync("{\"type\":\"ADD");
            await context.Response.Body.FlushAsync();
            await received.Task;
            context.Abort();
        });
        using var transport = server.Transport();

        var error = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var change in Watch(transport))
            {
                received.TrySetResult();
            }
        });
        Assert.Equal(ApiFailureReasons.Broken, error.Reason);
    }

    [Fact]
    public async Task An_error_event_is_thrown()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.EventAsync("ERROR", """{"kind":"Status","code":410,"reason":"Expired"}"""));
        using var transport = server.Transport();

        Assert.True((await Assert.ThrowsAsync<ApiException>(() => ReadAll(transport, Token))).IsExpired);
    }

    [Fact]
    public async Task A_watch_is_open_when_the_server_has_accepted_it_before_its_first_event()
    {
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            await context.Response.Body.FlushAsync();
            await context.HangAsync();
        });
        using var transport = server.Transport();
        var watch = await new ResourceClient<V1Pod>(transport, BuiltInResources.Pods).OpenWatchAsync("n", cancellationToken: Token);
        Assert.Equal(1, server.Open);

        await watch.DisposeAsync();
        await Until(() => server.Open == 0);
    }

    [Fact]
    public async Task Headers_that_never_come_are_not_waited_for_for_ever()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.HangAsync());
        using var transport = server.Transport(new() { WatchHeaderDeadline = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(ApiFailureReasons.TimedOut, (await Assert.ThrowsAsync<ApiException>(() => ReadAll(transport, Token))).Reason);
    }

    [Fact]
    public async Task Silence_ends_a_watch_and_every_event_resets_the_watchdog()
    {
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            for (var i = 0; i < 4; i++)
            {
                await context.EventAsync("ADDED", Answers.Pod("a", i));
                await Task.Delay(250);
            }

            await context.HangAsync();
        });
        using var transport = server.Transport(new() { WatchIdleLimit = TimeSpan.FromMilliseconds(600) });
        var seen = 0;

        var error = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var change in Watch(transport))
            {
                seen++;
            }
        });
        Assert.Equal(ApiFailureReasons.TimedOut, error.Reason);
        Assert.Equal(4, seen);
    }

    private static IAsyncEnumerable<WatchEvent<V1Pod>> Watch(ApiTransport transport, CancellationToken? token = null) =>
        new ResourceClient<V1Pod>(transport, BuiltInResources.Pods).WatchAsync("n", null, token ?? Token);

    private static async Task<List<WatchEvent<V1Pod>>> ReadAll(ApiTransport transport, CancellationToken token)
    {
        var all = new List<WatchEvent<V1Pod>>();
        await foreach (var change in Watch(transport, token))
        {
            all.Add(change);
        }

        return all;
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 400; i++)
        {
            if (condition())
            {
                return;
            }

            await Task.Delay(5, Token);
        }

        Assert.Fail("Not reached within 2 s.");
    }
}
