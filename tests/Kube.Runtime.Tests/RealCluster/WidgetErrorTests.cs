using k8s.Models;

namespace Kube.Runtime.Tests.RealCluster;

/// <summary>What a real API server refuses, and what the exception says.</summary>
[Collection(ClusterFixture.Shared)]
public sealed class WidgetErrorTests(ClusterFixture cluster)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invalid_object_is_refused_with_its_fields()
    {
        using var transport = await cluster.TransportAsync();
        await WidgetKind.InstallAsync(transport, Token);
        var widgets = new WidgetClient(transport, await ClusterFixture.NewNamespaceAsync(transport));

        var e = await Assert.ThrowsAsync<ApiException>(() => widgets.CreateAsync(
            new() { Metadata = new() { Name = "a" }, Spec = new() { Size = 11, Parts = [new() { Name = "x" }, new() { Name = "x" }] } }, cancellationToken: Token));

        Assert.True(e.IsInvalid);
        Assert.Equal("Invalid", e.Reason);
        Assert.Equal(["spec.parts[1]", "spec.size"], e.Causes.Select(cause => cause.Field).Order(StringComparer.Ordinal));
        Assert.Contains("spec.size", e.Message, StringComparison.Ordinal);
        Assert.Contains("POST /apis/tests.example.com/v1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_that_is_not_installed_is_named_with_its_definition()
    {
        using var transport = await cluster.TransportAsync();
        var missing = new ResourceClient<Widget>(transport, Widget.ResourceType with { Definition = new("nowhere.example.com", "v1", "Gadget", "gadgets") });

        var e = await Assert.ThrowsAsync<ApiException>(() => missing.GetAsync("a", "default", Token));

        Assert.True(e.IsNotFound);
        Assert.Contains("install its CustomResourceDefinition (gadgets.nowhere.example.com)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_object_is_not_mistaken_for_a_missing_kind()
    {
        using var transport = await cluster.TransportAsync();
        await WidgetKind.InstallAsync(transport, Token);

        var e = await Assert.ThrowsAsync<ApiException>(() => new WidgetClient(transport).GetAsync("gone", cancellationToken: Token));

        Assert.True(e.IsNotFound);
        Assert.Contains("\"gone\" not found", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("CustomResourceDefinition", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_namespace_is_to_be_created()
    {
        await cluster.PlaneAsync();
        using var transport = await cluster.TransportAsync();
        await WidgetKind.InstallAsync(transport, Token);

        var e = await Assert.ThrowsAsync<ApiException>(
            () => new WidgetClient(transport, "no-such-place").CreateAsync(new() { Metadata = new() { Name = "a" } }, cancellationToken: Token));

        Assert.Contains("Create the namespace 'no-such-place' first.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_permission_is_named_as_a_role_would_grant_it()
    {
        var plane = await cluster.PlaneAsync();
        using var admin = await cluster.TransportAsync();
        await WidgetKind.InstallAsync(admin, Token);
        var ns = await ClusterFixture.NewNamespaceAsync(admin);
        var accounts = new ResourceClient<V1ServiceAccount>(admin, BuiltInResources.ServiceAccounts);
        await accounts.CreateAsync(new() { Metadata = new() { Name = "weak", NamespaceProperty = ns } }, cancellationToken: Token);
        using var weak = await cluster.TransportAsync(plane.WriteKubeConfig($"weak-{ns}", await plane.RequestTokenAsync(ns, "weak", Token)));
        var widgets = new WidgetClient(weak, ns);

        await RefusedAsync(() => widgets.GetAsync("a", cancellationToken: Token), "Role", "widgets", "get");
        await RefusedAsync(() => widgets.ListAsync(WidgetClient.AllNamespaces, cancellationToken: Token), "ClusterRole", "widgets", "list");
        await RefusedAsync(() => widgets.CreateAsync(new() { Metadata = new() { Name = "a" } }, cancellationToken: Token), "Role", "widgets", "create");
        await RefusedAsync(() => widgets.PatchStatusAsync("a", null, Patch.Merge([]), cancellationToken: Token), "Role", "widgets/status", "patch");
        await RefusedAsync(() => widgets.DeleteCollectionAsync(cancellationToken: Token), "Role", "widgets", "deletecollection");

        static async Task RefusedAsync(Func<Task> call, string role, string resource, string verb)
        {
            var e = await Assert.ThrowsAsync<ApiException>(call);
            Assert.True(e.IsForbidden);
            Assert.Contains($"Grant it with a {role} that has apiGroups [tests.example.com], resources [{resource}], verbs [{verb}].", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_stale_replacement_says_how_to_avoid_it()
    {
        using var transport = await cluster.TransportAsync();
        await WidgetKind.InstallAsync(transport, Token);
        var widgets = new WidgetClient(transport, await ClusterFixture.NewNamespaceAsync(transport));
        var stale = await widgets.CreateAsync(new() { Metadata = new() { Name = "a" } }, cancellationToken: Token);
        await widgets.UpdateAsync("a", null, widget => widget.Spec = new() { Color = "red" }, cancellationToken: Token);

        var e = await Assert.ThrowsAsync<ApiException>(() => widgets.ReplaceAsync(stale, cancellationToken: Token));

        Assert.True(e.IsConflict);
        Assert.Contains("UpdateAsync", e.Message, StringComparison.Ordinal);
    }
}
