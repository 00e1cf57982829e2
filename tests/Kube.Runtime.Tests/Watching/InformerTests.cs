using System.Collections.Concurrent;
using k8s.Models;
using Kube.Runtime.Tests.Logging;
using Kube.Runtime.Tests.Server;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Tests.Watching;

/// <summary>The informer against a server that misbehaves.</summary>
public sealed class InformerTests
{
    private static readonly BackoffOptions s_quick = new() { Base = TimeSpan.FromMilliseconds(5), Max = TimeSpan.FromMilliseconds(20) };

    private readonly ConcurrentQueue<string> _heard = new();
    private readonly RecordingLogger _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cache_follows_the_watch_and_handlers_hear_every_change_in_order()
    {
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            if (!context.IsWatch())
            {
                await context.PodsAsync(5, Answers.Pod("a", 1), Answers.Pod("b", 2));
                return;
            }

            await context.EventAsync("MODIFIED", Answers.Pod("a", 6));
            await context.EventAsync("ADDED", Answers.Pod("c", 7));
            await context.EventAsync("DELETED", Answers.Pod("b", 8));
            await context.HangAsync();
        });
        await using var run = Run(server);
        await Heard("-b");

        Assert.Equal(["+a", "+b", "a:1>6", "+c", "-b"], _heard);
        Assert.Equal(["a", "c"], run.Informer.Lister.List().Select(pod => pod.Metadata.Name));
        Assert.Equal("6", run.Informer.Lister.Get(new("n", "a"))?.Metadata.ResourceVersion);
    }

    [Fact]
    public async Task A_watch_that_ends_is_resumed_at_the_last_version_with_bookmarks_counted()
    {
        await using var server = await FaultServer.StartAsync(async (n, context) =>
        {
            switch (n)
            {
                case 1:
                    await context.PodsAsync(5, Answers.Pod("a", 1));
                    break;
                case 2:
                    await context.EventAsync("ADDED", Answers.Pod("b", 6));
                    await context.EventAsync("BOOKMARK", Answers.Pod("", 40));
                    break;
                case 3:
                    await context.EventAsync("ADDED", Answers.Pod("c", 41));
                    await Heard("+c");
                    context.Abort();
                    break;
                default:
                    await context.EventAsync("ADDED", Answers.Pod("d", 42));
                    await context.HangAsync();
                    break;
            }
        });
        await using var run = Run(server);
        await Heard("+d");

        Assert.Equal(["5", "40", "41"], server.Requests.Skip(1).Take(3).Select(Version));
        Assert.Equal(["+a", "+b", "+c", "+d"], _heard);
    }

    [Fact]
    public async Task After_410_everything_is_listed_again_and_what_vanished_meanwhile_is_deleted()
    {
        await using var server = await FaultServer.StartAsync(async (n, context) =>
        {
            switch (n)
            {
                case 1:
                    await context.PodsAsync(5, Answers.Pod("a", 1), Answers.Pod("b", 2), Answers.Pod("c", 3));
                    break;
                case 2:
                    await context.EventAsync("ERROR", """{"kind":"Status","code":410,"reason":"Expired","message":"too old"}""");
                    break;
                case 3:
                    await context.PodsAsync(90, Answers.Pod("b", 2), Answers.Pod("c", 80), Answers.Pod("d", 81));
                    break;
                default:
                    await context.HangAsync();
                    break;
            }
        });
        await using var run = Run(server);
        await Heard("+d");

        Assert.Equal(["+a", "+b", "+c", "-a", "c:3>80", "+d"], _heard);
    }

    [Fact]
    public async Task A_namesake_is_a_deletion_and_an_addition()
    {
        await using var server = await FaultServer.StartAsync(async (n, context) =>
        {
            switch (n)
            {
                case 1:
                    await context.PodsAsync(5, Answers.Pod("a", 1));
                    break;
                case 2:
                    await context.StatusAsync(410, "Expired");
                    break;
                case 3:
                    await context.PodsAsync(90, Answers.Pod("a", 80).Replace("uid-a", "uid-other", StringComparison.Ordinal));
                    break;
                default:
                    await context.HangAsync();
                    break;
            }
        });
        await using var run = Run(server);
        await Until(() => _heard.Count >= 3);

        Assert.Equal(["+a", "-a", "+a"], _heard);
    }

    [Fact]
    public async Task Long_lists_are_read_in_pages_and_an_expired_page_starts_over_in_one_piece()
    {
        await using var server = await FaultServer.StartAsync(async (n, context) =>
        {
            switch (n)
            {
                case 1:
                    await context.JsonAsync("{\"metadata\":{\"resourceVersion\":\"5\",\"continue\":\"page2\"},\"items\":[" + Answers.Pod("a", 1) + "]}");
                    break;
                case 2:
                    await context.StatusAsync(410, "Expired");
                    break;
                case 3:
                    await context.PodsAsync(6, Answers.Pod("a", 1), Answers.Pod("b", 2));
                    break;
                default:
                    await context.HangAsync();
                    break;
            }
        });
        await using var run = Run(server);
        await Heard("+b");

        Assert.Equal(["?limit=500", "?limit=500&continue=page2", ""], server.Requests.Take(3).Select(request => request.Query));
        Assert.Equal(["+a", "+b"], _heard);
    }

    [Fact]
    public async Task An_object_that_cannot_be_read_is_reported_and_leaves_the_cache_until_it_is_mended()
    {
        const string Bad = """{"metadata":{"name":"a","namespace":"n","uid":"uid-a","resourceVersion":"6"},"spec":7}""";
        var mend = new TaskCompletionSource();
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            if (!context.IsWatch())
            {
                await context.PodsAsync(5, Answers.Pod("a", 1), Bad.Replace("\"a\"", "\"x\"", StringComparison.Ordinal));
                return;
            }

            await context.EventAsync("MODIFIED", Bad);
            await mend.Task;
            await context.EventAsync("MODIFIED", Answers.Pod("a", 7));
            await context.HangAsync();
        });
        await using var run = Run(server);
        await Heard("!a");

        Assert.Equal(["a", "x"], run.Informer.Undecodable.Select(item => item.Key.Name).Order());
        Assert.Null(run.Informer.Lister.Get(new("n", "a")));
        mend.SetResult();
        await Until(() => _heard.Count >= 5);
        Assert.Equal(["!x", "+a", "-a", "!a", "+a"], _heard);
        Assert.Equal(["x"], run.Informer.Undecodable.Select(item => item.Key.Name));
    }

    [Fact]
    public async Task A_line_that_is_no_event_leads_to_a_new_list()
    {
        await using var server = await FaultServer.StartAsync(async (n, context) =>
        {
            switch (n)
            {
                case 1:
                    await context.PodsAsync(5, Answers.Pod("a", 1));
                    break;
                case 2:
                    await context.EventAsync("ADDED", "]");
                    break;
                case 3:
                    await context.PodsAsync(9, Answers.Pod("a", 1), Answers.Pod("b", 6));
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
    public async Task A_missing_permission_is_named_logged_once_and_tried_again_until_it_is_granted()
    {
        var granted = false;
        await using var server = await FaultServer.StartAsync((_, context) =>
            !Volatile.Read(ref granted) ? context.StatusAsync(403, "Forbidden", "pods is forbidden")
            : context.IsWatch() ? context.HangAsync()
            : context.PodsAsync(5));
        await using var run = Run(server);
        await Until(() => server.Requests.Count > 4);

        Assert.Contains("resources [pods], verbs [get, list, watch]", run.Informer.Failure?.Message, StringComparison.Ordinal);
        Assert.Single(_log.Lines, line => line.Contains("Not allowed", StringComparison.Ordinal));
        Assert.False(run.Informer.HasSynced);
        Volatile.Write(ref granted, true);
        await run.Informer.WaitForSyncAsync(Token).WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.Null(run.Informer.Failure);
    }

    [Fact]
    public async Task A_late_handler_hears_of_everything_that_is_there_and_an_ended_one_of_nothing()
    {
        await using var server = await FaultServer.StartAsync((_, context) =>
            context.IsWatch() ? context.HangAsync() : context.PodsAsync(5, Answers.Pod("a", 1)));
        await using var run = Run(server);
        await run.Informer.WaitForSyncAsync(Token);
        var late = new List<string>();
        using var subscription = run.Informer.Subscribe(new ResourceHandler<V1Pod> { Added = pod => late.Add(pod.Metadata.Name) });

        Assert.Equal(["a"], late);
    }

    [Fact]
    public async Task A_handler_that_throws_disturbs_no_other()
    {
        await using var server = await FaultServer.StartAsync((_, context) =>
            context.IsWatch() ? context.HangAsync() : context.PodsAsync(5, Answers.Pod("a", 1), Answers.Pod("b", 1)));
        var informer = NewInformer(server);
        informer.Subscribe(new ResourceHandler<V1Pod> { Added = _ => throw new InvalidOperationException("mine") });
        await using var run = new InformerRun(informer, Hear);
        await Heard("+b");

        Assert.Contains(_log.Lines, line => line.Contains("handler", StringComparison.Ordinal) && line.Contains("mine", StringComparison.Ordinal));
    }

    private static string? Version(Seen request) => System.Web.HttpUtility.ParseQueryString(request.Query)["resourceVersion"];

    private InformerRun Run(FaultServer server) => new(NewInformer(server), Hear);

    private Informer<V1Pod> NewInformer(FaultServer server) =>
        new(server.Transport(new() { MaxAttempts = 1 }), BuiltInResources.Pods, new() { Backoff = s_quick }, _log);

    private ResourceHandler<V1Pod> Hear => new()
    {
        Added = pod => _heard.Enqueue($"+{pod.Metadata.Name}"),
        Updated = (old, pod) => _heard.Enqueue($"{pod.Metadata.Name}:{old.Metadata.ResourceVersion}>{pod.Metadata.ResourceVersion}"),
        Deleted = pod => _heard.Enqueue($"-{pod.Metadata.Name}"),
        Undecodable = item => _heard.Enqueue($"!{item.Key.Name}"),
    };

    private Task Heard(string what) => Until(() => _heard.Contains(what));

    private async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 1000; i++)
        {
            if (condition())
            {
                return;
            }

            await Task.Delay(5, Token);
        }

        Assert.Fail($"Not reached within 5 s. Heard: {string.Join(' ', _heard)}. Logged: {string.Join('\n', _log.Lines)}");
    }
}
