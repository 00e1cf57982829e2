namespace Kube.Runtime.Tests.RealCluster;

/// <summary>A watch that goes on, against a real API server that dies in between.</summary>
[Collection(ClusterFixture.Shared)]
public sealed class WidgetFollowTests(ClusterFixture cluster)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_told_across_a_killed_api_server()
    {
        using var transport = await cluster.TransportAsync();
        await WidgetKind.InstallAsync(transport, Token);
        var widgets = new WidgetClient(transport, await ClusterFixture.NewNamespaceAsync(transport));
        await CreateAsync(widgets, "before");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        stop.CancelAfter(TimeSpan.FromMinutes(1));
        await using var told = widgets.FollowAsync(cancellationToken: stop.Token).GetAsyncEnumerator(stop.Token);

        Assert.Equal("Added before", await NextAsync(told));
        Assert.True(await told.MoveNextAsync());
        Assert.True(told.Current.IsInitialEventsEnd);
        await CreateAsync(widgets, "during");
        Assert.Equal("Added during", await NextAsync(told));
        await widgets.UpdateAsync("during", null, widget => widget.Spec = new() { Color = "red" }, cancellationToken: Token);
        Assert.Equal("Modified during", await NextAsync(told));

        var plane = await cluster.PlaneAsync();
        var next = NextAsync(told);
        await plane.KillApiServerAsync();
        await plane.StartApiServerAsync(Token);
        await widgets.DeleteAsync("before", cancellationToken: Token);
        Assert.Equal("Deleted before", await next);
    }

    private static Task<Widget> CreateAsync(WidgetClient widgets, string name) =>
        widgets.CreateAsync(new() { Metadata = new() { Name = name } }, cancellationToken: Token);

    private static async Task<string> NextAsync(IAsyncEnumerator<WatchEvent<Widget>> told)
    {
        while (await told.MoveNextAsync())
        {
            if (told.Current.Type != WatchEventType.Bookmark)
            {
                return $"{told.Current.Type} {told.Current.Resource?.Metadata.Name}";
            }
        }

        return "the end";
    }
}
