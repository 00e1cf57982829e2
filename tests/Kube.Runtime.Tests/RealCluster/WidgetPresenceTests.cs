using Kube.Runtime.Client;

namespace Kube.Runtime.Tests.RealCluster;

/// <summary>Objects that may be there or not, against a real API server.</summary>
[Collection(ClusterFixture.Shared)]
public sealed class WidgetPresenceTests(ClusterFixture cluster) : IAsyncLifetime
{
    private ApiTransport _transport = null!;
    private WidgetClient _widgets = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _transport = await cluster.TransportAsync();
        await WidgetKind.InstallAsync(_transport, Token);
        _widgets = new WidgetClient(_transport, await ClusterFixture.NewNamespaceAsync(_transport));
    }

    public ValueTask DisposeAsync()
    {
        _transport.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_missing_object_is_null_and_a_missing_kind_is_an_error()
    {
        Assert.Null(await _widgets.FindAsync("a", cancellationToken: Token));
        await _widgets.CreateAsync(Make("a"), cancellationToken: Token);
        Assert.Equal("a", (await _widgets.FindAsync("a", cancellationToken: Token))?.Metadata.Name);

        var missing = new ResourceClient<Widget>(_transport, Widget.ResourceType with { Definition = new("nowhere.example.com", "v1", "Gadget", "gadgets") });
        Assert.True((await Assert.ThrowsAsync<ApiException>(() => missing.FindAsync("a", "default", Token))).IsUnknownResource);
    }

    [Fact]
    public async Task Whoever_comes_first_creates_and_all_others_change()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _widgets.CreateOrUpdateAsync(
            Make("a") with { Spec = new() { Replicas = 100, Color = "red" } }, widget => widget.Spec!.Replicas++, cancellationToken: Token)));

        var widget = await _widgets.GetAsync("a", cancellationToken: Token);
        Assert.Equal((112, "red"), (widget.Spec!.Replicas, widget.Spec.Color));
    }

    [Fact]
    public async Task A_wait_ends_when_the_object_is_as_wanted_and_when_it_is_gone()
    {
        await _widgets.CreateAsync(Make("other") with { Spec = new() { Color = "red" } }, cancellationToken: Token);
        var made = _widgets.WaitForAsync("a", null, widget => widget is not null, Token);
        var ready = _widgets.WaitForAsync("a", null, widget => widget?.Status?.Phase == "Ready", Token);

        await _widgets.CreateAsync(Make("a"), cancellationToken: Token);
        Assert.Equal("a", (await made.WaitAsync(TimeSpan.FromMinutes(1), Token))?.Metadata.Name);
        Assert.False(ready.IsCompleted);
        await _widgets.UpdateStatusAsync("a", null, widget => widget.Status = new() { Phase = "Ready" }, cancellationToken: Token);
        Assert.Equal("Ready", (await ready.WaitAsync(TimeSpan.FromMinutes(1), Token))?.Status?.Phase);

        var gone = _widgets.WaitForAsync("a", null, widget => widget is null, Token);
        await _widgets.DeleteAsync("a", cancellationToken: Token);
        Assert.Null(await gone.WaitAsync(TimeSpan.FromMinutes(1), Token));
        Assert.Null(await _widgets.WaitForAsync("never", null, widget => widget is null, Token).WaitAsync(TimeSpan.FromMinutes(1), Token));
    }

    [Fact]
    public async Task A_wait_ends_with_its_cancellation()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var waiting = _widgets.WaitForAsync("a", null, widget => widget is not null, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromMinutes(1), Token));
    }

    [Fact]
    public async Task A_deletion_of_a_namesake_is_a_conflict()
    {
        var former = await _widgets.CreateAsync(Make("a"), cancellationToken: Token);
        await _widgets.DeleteAsync("a", options: new() { Uid = former.Metadata.Uid }, cancellationToken: Token);
        await _widgets.CreateAsync(Make("a"), cancellationToken: Token);

        var refused = await Assert.ThrowsAsync<ApiException>(
            () => _widgets.DeleteAsync("a", options: new() { Uid = former.Metadata.Uid }, cancellationToken: Token));

        Assert.True(refused.IsConflict);
        Assert.NotNull(await _widgets.FindAsync("a", cancellationToken: Token));
    }

    private static Widget Make(string name) => new() { Metadata = new() { Name = name } };
}
