using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using k8s.Models;
using Kube.Runtime.Events;
using Kube.Runtime.Tests.Logging;
using Kube.Runtime.Tests.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Events;

public sealed class EventRecorderTests
{
    private static readonly V1Pod s_pod = new()
    {
        ApiVersion = "v1",
        Kind = "Pod",
        Metadata = new() { Name = "a", NamespaceProperty = "n", Uid = "u" },
    };

    private static readonly DateTimeOffset s_start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly ConcurrentQueue<JsonNode> _bodies = new();
    private readonly RecordingLogger _log = new();
    private readonly FakeTimeProvider _time = new(s_start);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_names_object_reporter_and_time_with_microseconds()
    {
        await using var server = await StartAsync();
        await Record(server, recorder => recorder.Record(s_pod, EventType.Warning, "Broke", "Repair", "it broke"));

        var sent = Assert.Single(_bodies);
        Assert.Equal("/apis/events.k8s.io/v1/namespaces/n/events", server.Requests.Single().Path);
        Assert.StartsWith("a.", (string?)sent["metadata"]!["name"], StringComparison.Ordinal);
        Assert.Equal("2026-01-02T03:04:05.000000Z", (string?)sent["eventTime"]);
        Assert.Equal(("Warning", "Broke", "Repair", "it broke"), ((string?)sent["type"], (string?)sent["reason"], (string?)sent["action"], (string?)sent["note"]));
        Assert.Equal(("ray.io/operator", "me"), ((string?)sent["reportingController"], (string?)sent["reportingInstance"]));
        Assert.Equal(("Pod", "n", "a", "u"), ((string?)sent["regarding"]!["kind"], (string?)sent["regarding"]!["namespace"], (string?)sent["regarding"]!["name"], (string?)sent["regarding"]!["uid"]));
        Assert.DoesNotContain(sent.AsObject(), member => member.Key.StartsWith("deprecated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Identical_events_are_counted_in_one_series_and_others_are_not()
    {
        await using var server = await StartAsync();
        await Record(server, recorder =>
        {
            recorder.Record(s_pod, EventType.Normal, "Same", "Act", "note");
            recorder.Record(s_pod, EventType.Normal, "Same", "Act", "note");
            recorder.Record(s_pod, EventType.Normal, "Same", "Act", "note");
            recorder.Record(s_pod, EventType.Normal, "Same", "Act", "another note");
        });

        Assert.Equal(["POST", "PATCH", "PATCH", "POST"], server.Requests.Select(request => request.Method));
        Assert.Equal([2, 3], _bodies.Skip(1).Take(2).Select(body => (int)body["series"]!["count"]!));
        Assert.Equal("2026-01-02T03:04:05.000000Z", (string?)_bodies.ElementAt(1)["series"]!["lastObservedTime"]);
    }

    [Fact]
    public async Task A_repetition_after_the_window_is_a_new_event()
    {
        await using var server = await StartAsync();
        var recorder = NewRecorder(server);
        recorder.Record(s_pod, EventType.Normal, "Same", "Act", "note");
        _time.Advance(TimeSpan.FromMinutes(6) + TimeSpan.FromSeconds(1));
        recorder.Record(s_pod, EventType.Normal, "Same", "Act", "note");
        await recorder.DrainAsync(Token);

        Assert.Equal(["POST", "POST"], server.Requests.Select(request => request.Method));
        Assert.Equal(2, _bodies.Select(body => (string?)body["metadata"]!["name"]).Distinct().Count());
    }

    [Fact]
    public async Task A_series_whose_event_has_expired_begins_anew()
    {
        await using var server = await FaultServer.StartAsync((n, context) => n == 2 ? context.StatusAsync(404, "NotFound") : context.JsonAsync("""{"metadata":{}}"""));
        await Record(server, recorder =>
        {
            recorder.Record(s_pod, EventType.Normal, "Same", "Act", "note");
            recorder.Record(s_pod, EventType.Normal, "Same", "Act", "note");
        });

        Assert.Equal(["POST", "PATCH", "POST"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task An_event_about_a_cluster_scoped_object_goes_to_default()
    {
        await using var server = await StartAsync();
        await Record(server, recorder => recorder.Record(new V1ObjectReference { Kind = "Node", Name = "n1" }, EventType.Normal, "R", "A", "x"));

        Assert.Equal("/apis/events.k8s.io/v1/namespaces/default/events", server.Requests.Single().Path);
    }

    [Fact]
    public async Task A_refused_event_is_logged_and_the_next_is_sent()
    {
        await using var server = await FaultServer.StartAsync((n, context) => n == 1 ? context.StatusAsync(403, "Forbidden", "not you") : context.JsonAsync("""{"metadata":{}}"""));
        await Record(server, recorder =>
        {
            recorder.Record(s_pod, EventType.Normal, "First", "Act", "note");
            recorder.Record(s_pod, EventType.Normal, "Second", "Act", "note");
        });

        Assert.Equal(2, server.Requests.Count);
        Assert.Contains(_log.Lines, line => line.Contains("First", StringComparison.Ordinal) && line.Contains("not you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recording_never_waits_and_what_is_too_much_is_dropped_and_counted()
    {
        var release = new TaskCompletionSource();
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            await release.Task;
            await context.JsonAsync("""{"metadata":{}}""");
        });
        var recorder = new EventRecorder(server.Transport(), new("c") { Capacity = 3 }, _log, _time);
        for (var i = 0; i < 50; i++)
        {
            recorder.Record(s_pod, EventType.Normal, "Same", "Act", $"note {i}");
        }

        release.SetResult();
        await recorder.DrainAsync(Token);
        Assert.InRange(server.Requests.Count, 3, 4);
        Assert.Contains(_log.Lines, line => line.Contains("events were dropped", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("é", 600)]
    [InlineData("漢", 400)]
    [InlineData("🦊", 300)]
    [InlineData("x", 5000)]
    public void Notes_are_cut_to_1024_bytes_at_a_character(string character, int count)
    {
        var cut = EventNote.Cut(string.Concat(Enumerable.Repeat(character, count)));
        Assert.InRange(Encoding.UTF8.GetByteCount(cut), 1020, 1024);
        Assert.DoesNotContain('\ufffd', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut)));
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_notes_are_kept() => Assert.Equal(new string('x', 1024), EventNote.Cut(new string('x', 1024)));

    [Fact]
    public async Task Normal_events_wait_while_other_work_does_and_warnings_do_not()
    {
        var busy = true;
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StartAsync();
        var recorder = NewRecorder(server, new("c")
        {
            MaxDelay = TimeSpan.FromDays(1),
            IsBusy = () =>
            {
                asked.TrySetResult();
                return Volatile.Read(ref busy);
            },
        });
        recorder.Record(s_pod, EventType.Normal, "Later", "Act", "note");
        await asked.Task.WaitAsync(Token);
        recorder.Record(s_pod, EventType.Warning, "AtOnce", "Act", "note");
        await AdvanceUntilSentAsync("AtOnce");
        Assert.Equal(["AtOnce"], Reasons);

        var freed = _time.GetUtcNow();
        Volatile.Write(ref busy, false);
        await AdvanceUntilSentAsync("Later");
        Assert.Equal(["AtOnce", "Later"], Reasons);

        // A second without work, less the pause since it was last asked.
        Assert.True(_time.GetUtcNow() - freed >= TimeSpan.FromMilliseconds(800));
        await recorder.DrainAsync(Token);
    }

    [Fact]
    public async Task A_question_for_other_work_that_fails_holds_nothing_up_and_is_logged_once()
    {
        await using var server = await StartAsync();
        var recorder = NewRecorder(server, new("c") { IsBusy = () => throw new InvalidOperationException("nobody knows") });
        recorder.Record(s_pod, EventType.Normal, "One", "Act", "note");
        recorder.Record(s_pod, EventType.Normal, "Two", "Act", "note");
        await recorder.DrainAsync(Token);
        Assert.Equal(["One", "Two"], Reasons);
        Assert.True(_log.Lines.Count(line => line.Contains("nobody knows", StringComparison.Ordinal)) <= 1);
    }

    [Fact]
    public async Task Normal_events_that_wait_leave_room_for_warnings()
    {
        await using var server = await StartAsync();
        var recorder = NewRecorder(server, new("c") { IsBusy = () => true, Capacity = 2 });
        foreach (var name in new[] { "One", "Two", "Three" })
        {
            recorder.Record(s_pod, EventType.Normal, name, "Act", "note");
        }

        recorder.Record(s_pod, EventType.Warning, "Broke", "Act", "note");
        await recorder.DrainAsync(Token);
        Assert.Equal(["Broke", "One", "Two"], Reasons.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_normal_event_waits_longer_than_the_longest_delay()
    {
        await using var server = await StartAsync();
        var recorder = NewRecorder(server, new("c") { IsBusy = () => true, MaxDelay = TimeSpan.FromSeconds(20) });
        recorder.Record(s_pod, EventType.Normal, "Late", "Act", "note");
        await AdvanceUntilSentAsync("Late");
        Assert.True(_time.GetUtcNow() - s_start >= TimeSpan.FromSeconds(20));
        await recorder.DrainAsync(Token);
    }

    [Fact]
    public async Task At_the_end_nothing_waits_any_longer()
    {
        await using var server = await StartAsync();
        var recorder = NewRecorder(server, new("c") { IsBusy = () => true });
        recorder.Record(s_pod, EventType.Normal, "Last", "Act", "note");
        await recorder.DrainAsync(Token);
        Assert.Equal(["Last"], Reasons);
    }

    private IEnumerable<string?> Reasons => _bodies.Select(body => (string?)body["reason"]);

    private async Task AdvanceUntilSentAsync(string reason)
    {
        while (!Reasons.Contains(reason))
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(5, Token);
        }
    }

    private EventRecorder NewRecorder(FaultServer server, EventRecorderOptions options) => new(server.Transport(), options, _log, _time);

    private async Task<FaultServer> StartAsync() => await FaultServer.StartAsync(async (_, context) =>
    {
        using var reader = new StreamReader(context.Request.Body);
        _bodies.Enqueue(JsonNode.Parse(await reader.ReadToEndAsync(Token))!);
        await context.JsonAsync("""{"metadata":{}}""", context.Request.Method == "POST" ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    });

    private EventRecorder NewRecorder(FaultServer server) =>
        new(server.Transport(), new("ray.io/operator") { ReportingInstance = "me" }, _log, _time);

    private async Task Record(FaultServer server, Action<EventRecorder> record)
    {
        var recorder = NewRecorder(server);
        record(recorder);
        await recorder.DrainAsync(Token);
    }
}
