using Ray.Operator.RayClusters.Status;

namespace Ray.Operator.Tests.Status;

public sealed class ConditionSetTests
{
    [Theory]
    [InlineData("CrashLoopBackOff", "CrashLoopBackOff", "text")]
    [InlineData("", "Unknown", "text")]
    [InlineData("no word", "Unknown", "no word: text")]
    [InlineData("Ends:", "Unknown", "Ends:: text")]
    public void A_reason_that_the_api_refuses_moves_into_the_message(string reason, string stored, string message)
    {
        var set = new ConditionSet(null, default);
        set.Set("T", "False", reason, "text");

        var condition = Assert.Single(set.ToList());
        Assert.Equal((stored, message), (condition.Reason, condition.Message));
    }

    [Fact]
    public void A_long_message_is_not_cut_within_a_character()
    {
        var set = new ConditionSet(null, default);
        set.Set("T", "False", "R", new string('x', 32767) + "\U0001F600");

        Assert.Equal(new string('x', 32767), Assert.Single(set.ToList()).Message);
    }
}
