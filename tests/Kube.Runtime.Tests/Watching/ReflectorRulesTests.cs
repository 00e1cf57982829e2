using System.Net;
using k8s.Models;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Tests.Watching;

/// <summary>How a reflector goes on: every outcome and what follows from it.</summary>
public sealed class ReflectorRulesTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(10);

    [Fact]
    public void A_watch_that_the_server_ends_is_resumed_at_once_unless_it_gave_nothing_and_took_no_time()
    {
        Assert.Equal(new(Resume("7")), After(new("7", 0, s_long, null)));
        Assert.Equal(new(Resume("7")), After(new("7", 3, s_short, null)));
        Assert.Equal(new(Resume("7"), Pauses: true), After(new("7", 0, s_short, null)));
    }

    [Fact]
    public void An_expired_version_leads_to_a_new_list_after_a_pause_unless_it_gave_something()
    {
        var expired = Failure(410, "Expired");
        Assert.Equal(new(List(ListMode.Streamed)), After(new("7", 1, s_short, expired)));
        Assert.Equal(new(List(ListMode.Streamed), Pauses: true), After(new("7", 0, s_long, expired)));
        Assert.Equal(new(List(ListMode.Streamed), Pauses: true), After(new("7", 0, s_short, Failure(200, "Expired"))));
    }

    [Fact]
    public void A_connection_that_breaks_after_a_good_time_is_resumed_at_once_and_not_worth_a_word()
    {
        var broken = Failure(0, ApiFailureReasons.Broken);
        Assert.Equal(new(Resume("7")), After(new("7", 0, s_long, broken)));
        Assert.Equal(new(Resume("7")), After(new("7", 1, s_short, broken)));
        Assert.Equal(new(Resume("7"), Pauses: true, broken), After(new("7", 0, s_short, broken)));
    }

    [Theory]
    [InlineData(0, ApiFailureReasons.Unreachable)]
    [InlineData(0, ApiFailureReasons.TimedOut)]
    [InlineData(429, "TooManyRequests")]
    [InlineData(500, "InternalError")]
    [InlineData(504, "Timeout")]
    public void What_passes_is_waited_for_and_the_watch_resumed(int code, string reason)
    {
        var failure = Failure(code, reason);
        Assert.Equal(new(Resume("7"), Pauses: true, failure), After(new("7", 5, s_long, failure)));
    }

    [Theory]
    [InlineData(200, ApiFailureReasons.Unreadable)]
    [InlineData(403, "Forbidden")]
    [InlineData(404, "NotFound")]
    public void What_may_have_lost_events_leads_to_a_new_list(int code, string reason)
    {
        var failure = Failure(code, reason);
        Assert.Equal(new(List(ListMode.Streamed), Pauses: true, failure), After(new("7", 5, s_long, failure)));
    }

    [Fact]
    public void Lists_step_down_from_streams_to_pages_to_one_piece()
    {
        var expired = Failure(410, "Expired");
        var broken = Failure(0, ApiFailureReasons.Broken);
        Assert.Equal(new(List(ListMode.Paged)), ReflectorRules<V1Pod>.AfterFailedList(ListMode.Streamed, Failure(422, "Invalid"), hadPages: false));
        Assert.Equal(new(List(ListMode.Paged), Pauses: true, broken), ReflectorRules<V1Pod>.AfterFailedList(ListMode.Streamed, broken, hadPages: false));
        Assert.Equal(new(List(ListMode.Whole)), ReflectorRules<V1Pod>.AfterFailedList(ListMode.Paged, expired, hadPages: true));
        Assert.Equal(new(List(ListMode.Paged), Pauses: true, expired), ReflectorRules<V1Pod>.AfterFailedList(ListMode.Paged, expired, hadPages: false));
        Assert.Equal(new(List(ListMode.Whole), Pauses: true, broken), ReflectorRules<V1Pod>.AfterFailedList(ListMode.Whole, broken, hadPages: false));
    }

    private static Verdict<V1Pod> After(WatchOutcome outcome) => ReflectorRules<V1Pod>.AfterWatch(outcome, ListMode.Streamed);

    private static ReflectorState<V1Pod> Resume(string version) => new ReflectorState<V1Pod>.Watching(version);

    private static ReflectorState<V1Pod> List(ListMode mode) => new ReflectorState<V1Pod>.Listing(mode);

    private static ApiException Failure(int code, string reason) => new((HttpStatusCode)code, reason, "test");
}
