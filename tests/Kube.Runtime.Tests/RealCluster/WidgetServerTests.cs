using System.Text.Json.Nodes;
using Kube.Runtime.Client;

namespace Kube.Runtime.Tests.RealCluster;

/// <summary>What newer API servers can do, and objects that are read without their type.</summary>
[Collection(ClusterFixture.Shared)]
public sealed class WidgetServerTests(ClusterFixture cluster) : IAsyncLifetime
{
    private ApiTransport _transport = null!;
    private string _namespace = null!;
    private WidgetClient _widgets = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _transport = await cluster.TransportAsync();
        await WidgetKind.InstallAsync(_transport, Token);
        _namespace = await ClusterFixture.NewNamespaceAsync(_transport);
        _widgets = new WidgetClient(_transport, _namespace);
    }

    public ValueTask DisposeAsync()
    {
        _transport.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Objects_are_selected_by_the_fields_that_the_kind_declares()
    {
        Assert.SkipUnless(await ServerVersion.IsAtLeastAsync(_transport, 31, Token), "Servers before 1.31 know no selectable fields.");
        await MakeAsync("a", new() { Color = "red", Size = 3, Paused = true });
        await MakeAsync("b", new() { Color = "red, or =so=", Size = 3 });
        await MakeAsync("c", new() { Color = "blue", Size = 4, Paused = false });
        await _widgets.UpdateStatusAsync("c", null, widget => widget.Status = new() { Phase = "Ready" }, cancellationToken: Token);

        Assert.Equal(["a"], await NamesAsync(WidgetFields.SpecColor.EqualTo("red")));
        Assert.Equal(["b"], await NamesAsync(WidgetFields.SpecColor.EqualTo("red, or =so=")));
        Assert.Equal(["a", "b"], await NamesAsync(WidgetFields.SpecSize.EqualTo(3)));
        Assert.Equal(["c"], await NamesAsync(WidgetFields.SpecSize.NotEqualTo(3)));
        Assert.Equal(["a"], await NamesAsync(WidgetFields.SpecPaused.EqualTo(true)));
        Assert.Equal(["c"], await NamesAsync(WidgetFields.StatusPhase.EqualTo("Ready")));
        Assert.Empty(await NamesAsync(WidgetFields.SpecSize.EqualTo(3) & WidgetFields.StatusPhase.EqualTo("Ready")));

        // A watch tells of an object that comes to be chosen, and that it goes when it is so no more.
        var green = new WatchOptions { FieldSelector = WidgetFields.SpecColor.EqualTo("green") };
        await using var told = _widgets.FollowAsync(options: green, cancellationToken: Token).GetAsyncEnumerator(Token);
        Assert.True(await told.MoveNextAsync() && told.Current.IsInitialEventsEnd);
        await _widgets.UpdateAsync("a", null, widget => widget.Spec!.Color = "green", cancellationToken: Token);
        await _widgets.UpdateAsync("a", null, widget => widget.Spec!.Color = "grey", cancellationToken: Token);
        Assert.Equal("Added Deleted", $"{await NextAsync(told)} {await NextAsync(told)}");
    }

    [Fact]
    public async Task A_list_is_streamed_as_the_beginning_of_a_watch()
    {
        Assert.SkipUnless(await ServerVersion.IsAtLeastAsync(_transport, 32, Token), "Servers before 1.32 send no initial events.");
        await MakeAsync("a", new());
        await MakeAsync("b", new());
        var told = new List<string>();
        await foreach (var change in _widgets.WatchAsync(options: new() { SendInitialEvents = true }, cancellationToken: Token))
        {
            told.Add($"{change.Type} {change.Resource?.Metadata.Name}".Trim());
            if (change.IsInitialEventsEnd)
            {
                Assert.NotEmpty(change.ResourceVersion);
                await _widgets.DeleteAsync("a", cancellationToken: Token);
            }

            if (change.Type == WatchEventType.Deleted)
            {
                break;
            }
        }

        Assert.Equal(["Added a", "Added b", "Bookmark", "Deleted a"], told);
    }

    [Fact]
    public async Task A_page_says_how_many_follow()
    {
        for (var i = 0; i < 7; i++)
        {
            await MakeAsync($"w{i}", new());
        }

        var page = await _widgets.ListAsync(options: new() { Limit = 3 }, cancellationToken: Token);
        Assert.Equal((3, 4L), (page.Items.Count, page.RemainingItemCount));
        Assert.Null((await _widgets.ListAsync(cancellationToken: Token)).RemainingItemCount);
    }

    [Fact]
    public async Task Metadata_come_alone_and_under_the_name_of_their_kind()
    {
        await MakeAsync("a", new() { Color = "red" });
        var metadata = new ResourceClient<PartialObjectMetadata>(_transport, PartialObjectMetadata.Of(Widget.ResourceType.Definition));

        var one = await metadata.GetAsync("a", _namespace, Token);
        Assert.Equal(("Widget", "tests.example.com/v1", "a"), (one.Kind, one.ApiVersion, one.Metadata.Name));
        var list = await metadata.ListAsync(_namespace, cancellationToken: Token);
        Assert.Equal(one.Metadata.Uid, Assert.Single(list.Items).Metadata.Uid);
        Assert.Equal("Widget", list.Items[0].Kind);
        Assert.NotEmpty(list.ResourceVersion);

        await metadata.UpdateAsync("a", _namespace, item => item.Metadata.Labels = new Dictionary<string, string> { ["x"] = "y" }, cancellationToken: Token);
        await foreach (var change in metadata.WatchAsync(_namespace, new() { ResourceVersion = list.ResourceVersion }, Token))
        {
            Assert.Equal((WatchEventType.Modified, "y"), (change.Type, change.Resource!.Metadata.Labels["x"]));
            break;
        }

        Assert.Equal("red", (await _widgets.GetAsync("a", cancellationToken: Token)).Spec!.Color);
    }

    [Fact]
    public async Task Objects_without_a_type_are_written_and_read_with_all_they_have()
    {
        var things = new ResourceClient<UnstructuredObject>(_transport, UnstructuredObject.Of(Widget.ResourceType.Definition));
        var thing = new UnstructuredObject
        {
            Metadata = new() { Name = "a", NamespaceProperty = _namespace },
            Content = new() { ["spec"] = new JsonObject { ["color"] = "red", ["parts"] = new JsonArray(new JsonObject { ["name"] = "p" }) } },
        };
        var made = await things.CreateAsync(thing, cancellationToken: Token);
        Assert.Equal(("Widget", "tests.example.com/v1"), (made.Kind, made.ApiVersion));

        await things.UpdateAsync("a", _namespace, item => item.Content["spec"]!["size"] = 5, cancellationToken: Token);
        var listed = Assert.Single((await things.ListAsync(_namespace, cancellationToken: Token)).Items);
        Assert.Equal("""{"color":"red","parts":[{"name":"p"}],"size":5}""", listed.Content["spec"]!.ToJsonString());
        Assert.Equal(("red", 5), await _widgets.GetAsync("a", cancellationToken: Token) is { Spec: { } spec } ? (spec.Color, spec.Size) : default);
    }

    [Fact]
    public async Task Unknown_fields_are_refused_when_the_writer_says_so()
    {
        Assert.SkipUnless(await ServerVersion.IsAtLeastAsync(_transport, 25, Token), "Servers before 1.25 drop unknown fields silently.");
        var things = new ResourceClient<UnstructuredObject>(_transport, UnstructuredObject.Of(Widget.ResourceType.Definition));
        var thing = new UnstructuredObject
        {
            Metadata = new() { Name = "a", NamespaceProperty = _namespace },
            Content = new() { ["spec"] = new JsonObject { ["colour"] = "red" } },
        };

        var refused = await Assert.ThrowsAsync<ApiException>(() => things.CreateAsync(thing, new() { FieldValidation = FieldValidation.Strict }, Token));

        Assert.Contains("unknown field \"spec.colour\"", refused.Message, StringComparison.Ordinal);
        await things.CreateAsync(thing, new() { FieldValidation = FieldValidation.Ignore }, Token);
    }

    [Fact]
    public async Task A_status_is_read_by_its_subresource()
    {
        await MakeAsync("a", new());
        await _widgets.UpdateStatusAsync("a", null, widget => widget.Status = new() { Phase = "Ready" }, cancellationToken: Token);
        Assert.Equal("Ready", (await _widgets.GetStatusAsync("a", cancellationToken: Token)).Status!.Phase);
    }

    private Task<Widget> MakeAsync(string name, WidgetSpec spec) =>
        _widgets.CreateAsync(new() { Metadata = new() { Name = name }, Spec = spec }, cancellationToken: Token);

    private async Task<IEnumerable<string>> NamesAsync(FieldSelector selector) =>
        (await _widgets.ListAsync(options: new() { FieldSelector = selector }, cancellationToken: Token)).Items.Select(widget => widget.Metadata.Name).Order(StringComparer.Ordinal);

    private static async Task<WatchEventType> NextAsync(IAsyncEnumerator<WatchEvent<Widget>> told)
    {
        while (await told.MoveNextAsync())
        {
            if (told.Current.Type != WatchEventType.Bookmark)
            {
                return told.Current.Type;
            }
        }

        throw new InvalidOperationException("The watch ended.");
    }
}
