using Kube.Runtime.Events;

namespace Kube.Runtime.Tests.Events;

/// <summary>client-go's rules against floods of events.</summary>
public sealed class EventCorrelatorTests
{
    private static readonly DateTime s_start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly EventCorrelator _correlator = new(new EventRecorderOptions("c"));

    [Fact]
    public void More_than_ten_events_that_differ_in_their_note_alone_become_one_series()
    {
        var sent = Enumerable.Range(0, 15).Select(n => _correlator.Combine(Event($"note {n}", seconds: n))).ToList();

        Assert.Equal(Enumerable.Range(0, 10).Select(n => $"note {n}"), sent.Take(10).Select(pending => pending.Note));
        Assert.All(sent.Skip(10), pending => Assert.StartsWith("(combined from similar events): note 1", pending.Note, StringComparison.Ordinal));
        Assert.Single(sent.Skip(10).Select(pending => pending.Key).Distinct());
        Assert.Equal("other reason", _correlator.Combine(Event("other reason", reason: "Other")).Note);
    }

    [Fact]
    public void After_ten_quiet_minutes_they_are_told_apart_again()
    {
        foreach (var n in Enumerable.Range(0, 12))
        {
            _correlator.Combine(Event($"note {n}"));
        }

        Assert.StartsWith("(combined", _correlator.Combine(Event("late", seconds: 600)).Note, StringComparison.Ordinal);
        Assert.Equal("later", _correlator.Combine(Event("later", seconds: 1201)).Note);
    }

    [Fact]
    public void One_object_sends_25_events_at_once_and_then_one_in_five_minutes()
    {
        Assert.Equal(25, Enumerable.Range(0, 100).Count(n => _correlator.Allows(Event($"{n}"))));
        Assert.True(_correlator.Allows(Event("elsewhere", name: "other")));
        Assert.False(_correlator.Allows(Event("soon", seconds: 299)));
        Assert.True(_correlator.Allows(Event("later", seconds: 301)));
        Assert.False(_correlator.Allows(Event("again", seconds: 302)));
    }

    private static PendingEvent Event(string note, double seconds = 0, string reason = "Reason", string name = "a") => new(
        new EventKey("n", "Pod", name, "u", EventType.Normal, reason, "Act", note), new() { Name = name, NamespaceProperty = "n" }, s_start.AddSeconds(seconds), note);
}
