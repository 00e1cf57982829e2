using k8s.Models;
using Kube.Runtime.Client;

namespace Kube.Runtime.Tests.RealCluster;

/// <summary>The generated client of a kind against a real API server.</summary>
[Collection(ClusterFixture.Shared)]
public sealed class WidgetTests(ClusterFixture cluster) : IAsyncLifetime
{
    private ApiTransport _transport = null!;
    private string _namespace = "";
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
    public async Task An_apply_of_one_field_keeps_everything_else_and_owns_only_that_field()
    {
        await _widgets.CreateAsync(Make("a") with { Spec = new() { Color = "red", Size = 3, Parts = [new() { Name = "p", Weight = 1 }] } }, cancellationToken: Token);

        var stored = await _widgets.ApplyAsync(new WidgetApply("a") { Spec = new() { Size = 5 } }, "sizer", force: true, cancellationToken: Token);

        Assert.Equal(("red", 5), (stored.Spec!.Color, stored.Spec.Size));
        Assert.Equal(1, Assert.Single(stored.Spec.Parts!).Weight);
        var owned = Assert.Single(stored.Metadata.ManagedFields, entry => entry.Manager == "sizer");
        Assert.Equal("Apply", owned.Operation);
        Assert.Equal("""{"f:spec":{"f:size":{}}}""", owned.FieldsV1.ToString());
    }

    [Fact]
    public async Task An_apply_of_one_item_of_a_list_map_leaves_the_other_items()
    {
        await _widgets.ApplyAsync(new WidgetApply("a") { Spec = new() { Parts = [new() { Name = "x", Weight = 1 }] } }, "one", cancellationToken: Token);
        await _widgets.ApplyAsync(new WidgetApply("a") { Spec = new() { Parts = [new() { Name = "y", Weight = 2 }] } }, "two", cancellationToken: Token);

        Assert.Equal(["x", "y"], (await _widgets.GetAsync("a", cancellationToken: Token)).Spec!.Parts!.Select(part => part.Name));

        // What a manager leaves out, it gives up.
        await _widgets.ApplyAsync(new WidgetApply("a"), "one", cancellationToken: Token);
        Assert.Equal(["y"], (await _widgets.GetAsync("a", cancellationToken: Token)).Spec!.Parts!.Select(part => part.Name));
    }

    [Fact]
    public async Task A_field_of_another_manager_is_a_conflict_that_names_it()
    {
        await _widgets.ApplyAsync(new WidgetApply("a") { Spec = new() { Color = "red" } }, "one", cancellationToken: Token);

        var conflict = await Assert.ThrowsAsync<ApiException>(
            () => _widgets.ApplyAsync(new WidgetApply("a") { Spec = new() { Color = "blue" } }, "two", cancellationToken: Token));

        Assert.True(conflict.IsConflict);
        Assert.Equal(".spec.color", Assert.Single(conflict.Causes).Field);
        Assert.Contains("apply with force", conflict.Message, StringComparison.Ordinal);
        var forced = await _widgets.ApplyAsync(new WidgetApply("a") { Spec = new() { Color = "blue" } }, "two", force: true, cancellationToken: Token);
        Assert.Equal("blue", forced.Spec!.Color);
    }

    [Fact]
    public async Task A_status_is_applied_by_its_subresource_alone()
    {
        await _widgets.CreateAsync(Make("a"), cancellationToken: Token);

        var stored = await _widgets.ApplyStatusAsync(
            new WidgetApply("a") { Spec = new() { Color = "ignored" }, Status = new() { Phase = "Ready" } }, "controller", force: true, cancellationToken: Token);

        Assert.Equal(("Ready", null), (stored.Status!.Phase, stored.Spec?.Color));
        await _widgets.ApplyAsync(new WidgetApply("a") { Status = new() { Phase = "ignored" } }, "other", force: true, cancellationToken: Token);
        Assert.Equal("Ready", (await _widgets.GetAsync("a", cancellationToken: Token)).Status!.Phase);
    }

    [Fact]
    public async Task Scale_is_read_and_written_in_every_way()
    {
        await _widgets.CreateAsync(Make("a") with { Spec = new() { Replicas = 2 } }, cancellationToken: Token);
        await _widgets.UpdateStatusAsync("a", null, widget => widget.Status = new() { Replicas = 1, Selector = "app=a" }, cancellationToken: Token);

        var scale = await _widgets.GetScaleAsync("a", cancellationToken: Token);
        Assert.Equal((2, 1, "app=a"), (scale.Spec.Replicas, scale.Status.Replicas, scale.Status.Selector));
        Assert.Equal(3, (await _widgets.ScaleAsync("a", null, 3, cancellationToken: Token)).Spec.Replicas);
        Assert.Equal(4, (await _widgets.UpdateScaleAsync("a", null, s => s.Spec.Replicas++, cancellationToken: Token)).Spec.Replicas);
        var patch = Patch.Merge(new() { ["spec"] = new System.Text.Json.Nodes.JsonObject { ["replicas"] = 5 } });
        Assert.Equal(5, (await _widgets.PatchScaleAsync("a", null, patch, cancellationToken: Token)).Spec.Replicas);
        Assert.Equal(5, (await _widgets.GetAsync("a", cancellationToken: Token)).Spec!.Replicas);

        var stale = await Assert.ThrowsAsync<ApiException>(() => _widgets.ReplaceScaleAsync("a", null, scale, cancellationToken: Token));
        Assert.True(stale.IsConflict);
        Assert.Equal(6, (await _widgets.ReplaceScaleAsync("a", null, new() { Spec = new() { Replicas = 6 } }, cancellationToken: Token)).Spec.Replicas);
    }

    [Fact]
    public async Task Twenty_writers_at_once_lose_no_update()
    {
        await _widgets.CreateAsync(Make("a") with { Spec = new() { Size = 0, Replicas = 0 } }, cancellationToken: Token);
        await _widgets.UpdateStatusAsync("a", null, widget => widget.Status = new() { Writes = 0 }, cancellationToken: Token);

        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(_ => new Task[]
        {
            _widgets.UpdateAsync("a", null, widget => widget.Spec!.Replicas++, cancellationToken: Token),
            _widgets.UpdateStatusAsync("a", null, widget => widget.Status!.Writes++, cancellationToken: Token),
        }));

        var widget = await _widgets.GetAsync("a", cancellationToken: Token);
        Assert.Equal((20, 20), (widget.Spec!.Replicas, widget.Status!.Writes));
    }

    [Fact]
    public async Task Pages_give_every_object_once()
    {
        await MakeManyAsync(23);
        var names = new List<string>();
        await foreach (var widget in _widgets.ListAllAsync(options: new() { Limit = 5 }, cancellationToken: Token))
        {
            names.Add(widget.Metadata.Name);
        }

        Assert.Equal(Enumerable.Range(0, 23).Select(i => $"w{i:00}"), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Selectors_choose()
    {
        await MakeManyAsync(6);
        var even = LabelSelector.Equal("parity", "even") & LabelSelector.NotIn("index", "0", "1");
        Assert.Equal(["w02", "w04"], await NamesAsync(new() { LabelSelector = even }));
        Assert.Equal(["w01", "w03", "w05"], await NamesAsync(new() { LabelSelector = LabelSelector.NotEqual("parity", "even") & LabelSelector.Exists("index") }));
        Assert.Empty(await NamesAsync(new() { LabelSelector = LabelSelector.NotExists("parity") }));
        Assert.Equal(["w03"], await NamesAsync(new() { FieldSelector = WidgetFields.Name.EqualTo("w03") & WidgetFields.Namespace.EqualTo(_namespace) }));
        Assert.Equal(5, (await NamesAsync(new() { FieldSelector = WidgetFields.Name.NotEqualTo("w03") })).Count);
        Assert.Equal(["w05"], await NamesAsync(new() { LabelSelector = "index in (5)" }));
    }

    [Fact]
    public async Task A_collection_is_deleted_by_selector()
    {
        await MakeManyAsync(6);
        await _widgets.DeleteCollectionAsync(selection: new() { LabelSelector = LabelSelector.Equal("parity", "odd") }, cancellationToken: Token);
        Assert.Equal(["w00", "w02", "w04"], await NamesAsync(new()));
    }

    [Fact]
    public async Task A_dry_run_stores_nothing()
    {
        var answer = await _widgets.CreateAsync(Make("dry"), new() { DryRun = true }, Token);
        Assert.Equal("dry", answer.Metadata.Name);
        Assert.Empty(await NamesAsync(new()));
        await _widgets.CreateAsync(Make("wet"), cancellationToken: Token);
        await _widgets.DeleteAsync("wet", options: new() { DryRun = true }, cancellationToken: Token);
        Assert.Equal(["wet"], await NamesAsync(new()));
    }

    [Fact]
    public async Task A_deletion_of_another_version_is_a_conflict()
    {
        var made = await _widgets.CreateAsync(Make("a"), cancellationToken: Token);
        await _widgets.UpdateAsync("a", null, widget => widget.Spec = new() { Color = "red" }, cancellationToken: Token);
        var refused = await Assert.ThrowsAsync<ApiException>(
            () => _widgets.DeleteAsync("a", options: new() { ResourceVersion = made.Metadata.ResourceVersion }, cancellationToken: Token));
        Assert.True(refused.IsConflict);
    }

    private async Task MakeManyAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var labels = new Dictionary<string, string> { ["index"] = $"{i}", ["parity"] = i % 2 == 0 ? "even" : "odd" };
            await _widgets.CreateAsync(new Widget { Metadata = new() { Name = $"w{i:00}", Labels = labels } }, cancellationToken: Token);
        }
    }

    private async Task<IReadOnlyList<string>> NamesAsync(ListOptions options) =>
        [.. (await _widgets.ListAsync(options: options, cancellationToken: Token)).Items.Select(widget => widget.Metadata.Name).Order(StringComparer.Ordinal)];

    private static Widget Make(string name) => new() { Metadata = new V1ObjectMeta { Name = name } };
}
