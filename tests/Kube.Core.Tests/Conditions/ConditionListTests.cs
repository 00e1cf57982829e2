using k8s.Models;

namespace Kube.Core.Tests.Conditions;

public sealed class ConditionListTests
{
    private static readonly DateTimeOffset s_before = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_now = s_before.AddHours(1);

    [Fact]
    public void The_transition_time_moves_only_when_the_status_does()
    {
        var list = new ConditionList([Ready("True", "Up", "all")], s_now, generation: 2);
        list.Set("Ready", true, "Up", "all but one");
        Assert.Equal((s_before.UtcDateTime, "all but one", 2), (list.Find("Ready")!.LastTransitionTime, list.Find("Ready")!.Message, list.Find("Ready")!.ObservedGeneration));

        list.Set("Ready", false, "Down");
        Assert.Equal((s_now.UtcDateTime, "False"), (list.Find("Ready")!.LastTransitionTime, list.Find("Ready")!.Status));
    }

    [Fact]
    public void Setting_what_is_so_already_changes_nothing()
    {
        var before = Ready("True", "Up", "all");
        var list = new ConditionList([before], s_now, generation: 1);
        list.Set("Ready", true, "Up", "all");

        Assert.False(list.HasChanged);
        Assert.Same(before, list.Find("Ready"));
    }

    [Fact]
    public void Another_generation_is_a_change_without_a_transition()
    {
        var list = new ConditionList([Ready("True", "Up", "all")], s_now, generation: 9);
        list.Set("Ready", true, "Up", "all");

        Assert.True(list.HasChanged);
        Assert.Equal((9, s_before.UtcDateTime), (list.Find("Ready")!.ObservedGeneration, list.Find("Ready")!.LastTransitionTime));
    }

    [Fact]
    public void New_and_removed_conditions_are_changes_and_others_keep_their_place()
    {
        var list = new ConditionList([Ready("True", "Up", "")], s_now);
        list.Set("Stuck", null, "Nobody");
        Assert.Equal(["Ready", "Stuck"], list.ToList().Select(condition => condition.Type));
        Assert.Equal(("Unknown", s_now.UtcDateTime), (list.Find("Stuck")!.Status, list.Find("Stuck")!.LastTransitionTime));
        list.Remove("Ready");

        Assert.True(list.HasChanged);
        Assert.False(list.IsTrue("Ready"));
    }

    [Theory]
    [InlineData("CrashLoopBackOff", "CrashLoopBackOff", "text")]
    [InlineData("", "Unknown", "text")]
    [InlineData("no word", "Unknown", "no word: text")]
    [InlineData("Ends:", "Unknown", "Ends:: text")]
    public void A_reason_that_the_api_refuses_moves_into_the_message(string reason, string stored, string message)
    {
        var list = new ConditionList(null, s_now);
        list.Set("T", false, reason, "text");

        var condition = Assert.Single(list.ToList());
        Assert.Equal((stored, message), (condition.Reason, condition.Message));
    }

    [Fact]
    public void A_long_message_is_not_cut_within_a_character()
    {
        var list = new ConditionList(null, s_now);
        list.Set("T", false, "R", new string('x', 32767) + "\U0001F600");

        Assert.Equal(new string('x', 32767), Assert.Single(list.ToList()).Message);
    }

    private static V1Condition Ready(string status, string reason, string message) => new()
    {
        Type = "Ready",
        Status = status,
        Reason = reason,
        Message = message,
        ObservedGeneration = 1,
        LastTransitionTime = s_before.UtcDateTime,
    };
}
