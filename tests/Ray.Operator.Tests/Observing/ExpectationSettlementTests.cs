using k8s.Models;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.Tests.Observing;

public sealed class ExpectationSettlementTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    // The pod of that UID: "-" absent, "alive", "going", "other" for a namesake of another UID.
    [Theory]
    [InlineData("Created", "alive", "-", true)]
    [InlineData("Created", "alive", "other", true)]
    [InlineData("Created", "going", "-", true)]
    [InlineData("Created", "alive", "alive", false)]
    [InlineData("Created", "-", "-", false)]
    [InlineData("Created", "other", "-", false)]
    [InlineData("Deleted", "-", "alive", true)]
    [InlineData("Deleted", "going", "alive", true)]
    [InlineData("Deleted", "other", "alive", true)]
    [InlineData("Deleted", "alive", "alive", false)]
    [InlineData("Deleted", "-", "-", false)]
    [InlineData("Deleted", "going", "going", false)]
    public void What_the_server_confirms_and_the_caches_do_not_show_is_waited_for(string change, string live, string cached, bool isKept)
    {
        var expired = new Expectation("a", "p", "uid", Enum.Parse<ExpectedChange>(change), s_now.AddSeconds(-1));

        var settled = ExpectationSettlement.Settle([expired], LiveOf(live), _ => CachedOf(cached), s_now);

        Assert.Equal(isKept ? [expired with { Until = s_now + Expectation.Timeout }] : [], settled);
    }

    [Fact]
    public void Of_a_doubtful_create_the_pods_of_its_group_that_the_caches_lack_are_waited_for()
    {
        LivePod[] live = [new("seen", "1", "a", false), new("new", "2", "a", false), new("b", "3", "b", false), new("odd", "4", null, false)];
        var doubt = new Expectation("a", "", "", ExpectedChange.Doubtful, s_now);

        var settled = ExpectationSettlement.Settle(
            [doubt, doubt], live, name => name == "seen" ? new V1ObjectMeta { Uid = "1" } : null, s_now);

        Assert.Equal([("new", "2"), ("odd", "4")], settled.Select(e => (e.Name, e.Mark)));
        Assert.All(settled, e => Assert.Equal(("a", ExpectedChange.Created), (e.Group, e.Kind)));
    }

    private static LivePod[] LiveOf(string state) => state switch
    {
        "-" => [],
        "other" => [new("p", "another", "a", false)],
        _ => [new("p", "uid", "a", state == "going")],
    };

    private static V1ObjectMeta? CachedOf(string state) => state switch
    {
        "-" => null,
        "other" => new() { Uid = "another" },
        _ => new() { Uid = "uid", DeletionTimestamp = state == "going" ? s_now.UtcDateTime : null },
    };
}
