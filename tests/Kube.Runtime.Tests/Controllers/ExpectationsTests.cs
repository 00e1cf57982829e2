using Kube.Runtime.Controllers;

namespace Kube.Runtime.Tests.Controllers;

public sealed class ExpectationsTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Expectations<(string Cluster, string Group)> _expectations = new();

    [Fact]
    public void Nothing_expected_is_met() => Assert.True(Observe([], s_now).AreMet);

    [Fact]
    public void A_create_is_unmet_until_the_cache_shows_the_object()
    {
        _expectations.ExpectCreate(("c", "g"), "pod-1", s_now);
        _expectations.ExpectCreate(("c", "g"), "pod-2", s_now);

        Assert.Equal(["pod-2"], Observe(["pod-1"], s_now).Creates);
        Assert.True(Observe(["pod-2"], s_now).AreMet);
    }

    [Fact]
    public void A_met_create_stays_met_when_the_object_vanishes_again()
    {
        _expectations.ExpectCreate(("c", "g"), "pod-1", s_now);
        Observe(["pod-1"], s_now);

        Assert.True(Observe([], s_now).AreMet);
    }

    [Fact]
    public void A_create_that_is_never_seen_is_given_up_after_30_seconds()
    {
        _expectations.ExpectCreate(("c", "g"), "pod-1", s_now);

        Assert.Equal(s_now.AddSeconds(30), Observe([], s_now).NextTimeout);
        Assert.False(Observe([], s_now.AddSeconds(30).AddTicks(-1)).AreMet);
        Assert.True(Observe([], s_now.AddSeconds(30)).AreMet);
    }

    [Fact]
    public void A_delete_is_unmet_until_the_object_is_gone_however_long_that_takes()
    {
        _expectations.ExpectDelete(("c", "g"), "pod-1");

        Assert.Equal(["pod-1"], Observe(["pod-1"], s_now.AddDays(1)).Deletes);
        Assert.True(Observe([], s_now).AreMet);
    }

    [Fact]
    public void Scopes_do_not_disturb_one_another()
    {
        _expectations.ExpectCreate(("c", "other"), "pod-1", s_now);
        Assert.True(Observe([], s_now).AreMet);

        _expectations.ExpectCreate(("c", "g"), "pod-2", s_now);
        _expectations.ForgetWhere(scope => scope.Cluster == "c");
        Assert.True(Observe([], s_now).AreMet);
    }

    private UnmetExpectations Observe(string[] cached, DateTimeOffset now) =>
        _expectations.Observe(("c", "g"), cached.Contains, id => !cached.Contains(id), now);
}
