using System.Net;
using Kube;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Applying;

/// <summary>Caches that show nothing for minutes, as after an outage of the API server.</summary>
public sealed class LateCacheTests
{
    [Fact]
    public async Task Caches_that_stand_still_for_two_minutes_make_no_twins()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 3)));
        for (var i = 0; i < 24; i++)
        {
            await world.ReconcileAsync();
            world.StepNodes();
            world.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(4, world.Api.Pods.Count);
        Assert.InRange(world.Api.Requests.Count(r => r == "GET /api/v1/namespaces/team/pods"), 1, 4);
    }

    [Fact]
    public async Task A_doubtful_create_that_worked_makes_no_twin_however_late_the_caches_are()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)), Clusters.Head("h"));
        world.Api.FailAfterActing = true;
        world.Api.Refuse = r => r.Method == HttpMethod.Post ? new ApiException(HttpStatusCode.GatewayTimeout, "Timeout", "no answer")
            : null;
        await world.ReconcileAsync();
        world.Api.Refuse = _ => null;
        for (var i = 0; i < 24; i++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(5));
            await world.ReconcileAsync();
        }

        Assert.Equal(2, world.Api.Pods.Count);
    }

    [Fact]
    public async Task A_pod_that_came_and_went_unseen_is_made_again()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)), Clusters.Head("h"));
        await world.ReconcileAsync();
        world.Api.Pods.Remove(world.Api.Pods.Keys.Single(n => n != "h"));
        world.Clock.Advance(Expectation.Timeout);

        await world.ReconcileAsync();

        Assert.Equal(2, world.Api.Pods.Count);
    }

    [Fact]
    public async Task While_the_server_gives_no_list_nothing_is_made()
    {
        var world = new World(Clusters.Cluster(Clusters.Group("a", 1)), Clusters.Head("h"));
        await world.ReconcileAsync();
        world.Api.Refuse = r => r.Method == HttpMethod.Get ? new ApiException(HttpStatusCode.ServiceUnavailable, "", "down") : null;
        world.Clock.Advance(Expectation.Timeout);

        await Assert.ThrowsAsync<ApiException>(world.ReconcileAsync);
        await world.ReconcileAsync();
        Assert.Equal(2, world.Api.Pods.Count);

        world.Clock.Advance(ExpectationVerifier.RetryDelay);
        await Assert.ThrowsAsync<ApiException>(world.ReconcileAsync);
    }
}
