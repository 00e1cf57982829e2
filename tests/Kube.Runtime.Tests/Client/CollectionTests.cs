using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Tests.Server;

namespace Kube.Runtime.Tests.Client;

/// <summary>Lists in pages and watches that go on, where the server forgets or breaks off.</summary>
public sealed class CollectionTests
{
    private const string Expired = """
        {"kind":"Status","apiVersion":"v1","metadata":{"continue":"fresh"},"status":"Failure","reason":"Expired","message":"too old","code":410}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_expired_page_token_goes_on_with_the_one_that_the_server_offers()
    {
        await using var server = await FaultServer.StartAsync((number, context) => number switch
        {
            1 => context.JsonAsync($$"""{"metadata":{"resourceVersion":"1","continue":"stale"},"items":[{{Answers.Pod("a", 1)}}]}"""),
            2 => context.JsonAsync(Expired, 410),
            _ => context.PodsAsync(9, Answers.Pod("b", 2)),
        });
        using var transport = server.Transport();

        Assert.Equal(["a", "b"], await NamesAsync(transport, new() { ResourceVersion = "1", ResourceVersionMatch = ResourceVersionMatch.Exact }));
        Assert.Equal(
            ["?limit=500&resourceVersion=1&resourceVersionMatch=Exact", "?limit=500&continue=stale", "?limit=500&continue=fresh"],
            server.Requests.Select(request => request.Query));
    }

    [Fact]
    public async Task An_expired_first_page_is_an_error()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.JsonAsync(Expired, 410));
        using var transport = server.Transport();

        var e = await Assert.ThrowsAsync<ApiException>(() => NamesAsync(transport, new() { ResourceVersion = "1" }));

        Assert.True(e.IsExpired);
        Assert.Equal("fresh", e.Continue);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_followed_collection_is_listed_anew_when_its_version_is_forgotten()
    {
        var lists = 0;
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            if (!context.IsWatch())
            {
                await (lists++ == 0
                    ? context.PodsAsync(10, Answers.Pod("a", 1), Answers.Pod("b", 2))
                    : context.PodsAsync(20, Answers.Pod("b", 12), Answers.Pod("c", 15)));
            }
            else if (context.Request.Query["resourceVersion"] == "10")
            {
                await context.EventAsync("MODIFIED", Answers.Pod("b", 11));
                await context.EventAsync("ERROR", """{"kind":"Status","code":410,"reason":"Expired","message":"too old resource version"}""");
            }
            else
            {
                await context.EventAsync("ADDED", Answers.Pod("d", 21));
                await context.HangAsync();
            }
        });
        using var transport = server.Transport();

        Assert.Equal(
            ["Added a 1", "Added b 2", "Bookmark  10", "Modified b 11", "Deleted a 20", "Modified b 12", "Added c 15", "Bookmark  20", "Added d 21"],
            await FollowAsync(transport, 9));
    }

    [Fact]
    public async Task A_followed_collection_goes_on_where_a_watch_ended_or_broke()
    {
        var watches = 0;
        var isTold = new TaskCompletionSource();
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            if (!context.IsWatch())
            {
                await context.PodsAsync(10);
                return;
            }

            switch (watches++)
            {
                case 0:
                    await context.EventAsync("ADDED", Answers.Pod("a", 11));
                    break;
                case 1:
                    await context.EventAsync("BOOKMARK", Answers.Pod("", 15));
                    await isTold.Task;
                    context.Abort();
                    break;
                case 2:
                    await context.StatusAsync(503, "ServiceUnavailable");
                    break;
                default:
                    await context.EventAsync("DELETED", Answers.Pod("a", 16));
                    await context.HangAsync();
                    break;
            }
        });
        using var transport = server.Transport(new() { MaxAttempts = 1 });

        Assert.Equal(["Bookmark  10", "Added a 11", "Bookmark  15", "Deleted a 16"], await FollowAsync(transport, 4, change => _ = change.ResourceVersion == "15" && isTold.TrySetResult()));
        Assert.Equal(["10", "11", "15", "15"], server.Requests.Skip(1).Select(request => request.Query.Split("resourceVersion=")[1]));
    }

    [Fact]
    public async Task A_refusal_that_waiting_does_not_mend_is_thrown()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.StatusAsync(403, "Forbidden"));
        using var transport = server.Transport();

        Assert.True((await Assert.ThrowsAsync<ApiException>(() => FollowAsync(transport, 1))).IsForbidden);
    }

    private static async Task<List<string>> NamesAsync(ApiTransport transport, ListOptions options)
    {
        var names = new List<string>();
        await foreach (var pod in Pods(transport).ListAllAsync("n", options, Token))
        {
            names.Add(pod.Metadata.Name);
        }

        return names;
    }

    private static async Task<List<string>> FollowAsync(ApiTransport transport, int count, Action<WatchEvent<V1Pod>>? tell = null)
    {
        var told = new List<string>();
        await foreach (var change in Pods(transport).FollowAsync("n", cancellationToken: Token))
        {
            tell?.Invoke(change);
            told.Add($"{change.Type} {change.Resource?.Metadata.Name} {change.ResourceVersion}");
            if (told.Count == count)
            {
                break;
            }
        }

        return told;
    }

    private static ResourceClient<V1Pod> Pods(ApiTransport transport) => new(transport, BuiltInResources.Pods);
}
