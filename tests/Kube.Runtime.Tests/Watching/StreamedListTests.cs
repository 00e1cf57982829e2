using System.Collections.Concurrent;
using k8s.Models;
using Kube.Runtime.Tests.Server;
using Kube.Runtime.Watching;
using Microsoft.AspNetCore.Http;

namespace Kube.Runtime.Tests.Watching;

/// <summary>Lists that come as the first events of a watch.</summary>
public sealed class StreamedListTests
{
    private const string End = """{"metadata":{"resourceVersion":"9","annotations":{"k8s.io/initial-events-end":"true"}}}""";

    private static readonly BackoffOptions s_quick = new() { Base = TimeSpan.FromMilliseconds(5), Max = TimeSpan.FromMilliseconds(20) };

    private readonly ConcurrentQueue<string> _heard = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_and_the_changes_after_it_come_in_one_request()
    {
        await using var server = await StartAsync(async (_, context) =>
        {
            await context.EventAsync("ADDED", Answers.Pod("a", 1));
            await context.EventAsync("ADDED", Answers.Pod("b", 2));
            await context.EventAsync("ADDED", """{"metadata":{"name":"x","namespace":"n","resourceVersion":"3"},"spec":7}""");
            await context.EventAsync("MODIFIED", Answers.Pod("a", 7));
            await context.EventAsync("DELETED", Answers.Pod("b", 8));
            await context.EventAsync("BOOKMARK", End);
            await context.EventAsync("ADDED", Answers.Pod("c", 10));
            await context.HangAsync();
        });
        await using var run = Run(server);
        await Heard("+c");

        Assert.Equal(["!x", "+a", "+c"], _heard);
        Assert.Equal("7", run.Informer.Lister.Get(new("n", "a"))?.Metadata.ResourceVersion);
        var query = System.Web.HttpUtility.ParseQueryString(Assert.Single(server.Requests).Query);
        Assert.Equal(
            ("true", "true", "NotOlderThan", "true", null),
            (query["watch"], query["sendInitialEvents"], query["resourceVersionMatch"], query["allowWatchBookmarks"], query["resourceVersion"]));
    }

    [Theory]
    [InlineData(422)]
    [InlineData(400)]
    public async Task A_server_that_refuses_is_asked_for_pages_from_then_on(int code)
    {
        await using var server = await StartAsync((n, context) => n switch
        {
            1 => context.StatusAsync(code, "Invalid", "sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled"),
            2 => context.PodsAsync(5, Answers.Pod("a", 1)),
            3 => context.StatusAsync(410, "Expired"),
            4 => context.PodsAsync(9, Answers.Pod("a", 1), Answers.Pod("b", 8)),
            _ => context.HangAsync(),
        });
        await using var run = Run(server);
        await Heard("+b");

        Assert.Equal(["watch", "list", "watch", "list"], server.Requests.Take(4).Select(request => request.Query.Contains("watch=true", StringComparison.Ordinal) ? "watch" : "list"));
        Assert.Null(run.Informer.Failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_takes_it_for_an_ordinary_watch_is_asked_for_pages(bool sendsBookmark)
    {
        await using var server = await StartAsync(async (n, context) =>
        {
            switch (n)
            {
                case 1:
                    await context.EventAsync("ADDED", Answers.Pod("a", 1));
                    await (sendsBookmark ? context.EventAsync("BOOKMARK", Answers.Pod("", 4)) : Task.CompletedTask);
                    await (sendsBookmark ? context.HangAsync() : Task.CompletedTask);
                    break;
                case 2:
                    await context.PodsAsync(5, Answers.Pod("a", 1), Answers.Pod("b", 2));
                    break;
                default:
                    await context.HangAsync();
                    break;
            }
        });
        await using var run = Run(server);
        await Heard("+b");

        Assert.Equal(["+a", "+b"], _heard);
    }

    [Fact]
    public async Task A_stream_that_breaks_is_followed_by_pages_and_tried_again_at_the_next_list()
    {
        await using var server = await StartAsync(async (n, context) =>
        {
            switch (n)
            {
                case 1:
                    await context.EventAsync("ADDED", Answers.Pod("ghost", 1));
                    context.Abort();
                    break;
                case 2:
                    await context.PodsAsync(5, Answers.Pod("a", 1));
                    break;
                case 3:
                    await context.StatusAsync(410, "Expired");
                    break;
                default:
                    await context.EventAsync("ADDED", Answers.Pod("b", 8));
                    await context.EventAsync("BOOKMARK", End);
                    await context.HangAsync();
                    break;
            }
        });
        await using var run = Run(server);
        await Heard("+b");

        Assert.Equal(["+a", "-a", "+b"], _heard);
    }

    private static Task<FaultServer> StartAsync(Func<int, HttpContext, Task> answer) => FaultServer.StartAsync(answer, knowsStreamedLists: true);

    private InformerRun Run(FaultServer server) => new(
        new(server.Transport(new() { MaxAttempts = 1 }), BuiltInResources.Pods, new() { Backoff = s_quick }),
        new ResourceHandler<V1Pod>
        {
            Added = pod => _heard.Enqueue($"+{pod.Metadata.Name}"),
            Deleted = pod => _heard.Enqueue($"-{pod.Metadata.Name}"),
            Undecodable = item => _heard.Enqueue($"!{item.Key.Name}"),
        });

    private async Task Heard(string what)
    {
        for (var i = 0; i < 2000 && !_heard.Contains(what); i++)
        {
            await Task.Delay(5, Token);
        }

        Assert.Contains(what, _heard);
    }
}
