using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Controllers;

namespace Kube.Runtime.Tests.RealCluster;

[Collection(ClusterFixture.Shared)]
public sealed class FinalizerTests(ClusterFixture cluster)
{
    private const string Ours = "tests.example.com/ours";
    private const string Others = "tests.example.com/others";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_object_lives_with_its_finalizer_until_it_is_cleaned_up()
    {
        using var transport = await cluster.TransportAsync();
        var (maps, map) = await MapAsync(transport);
        var finalizer = new Finalizer<V1ConfigMap>(maps, Ours);
        var (applied, cleaned) = (0, 0);

        Assert.Equal(ReconcileResult.Done, await PassAsync());
        Assert.Equal([Ours], map.Metadata.Finalizers);
        Assert.Equal(0, applied);
        await PassAsync();
        Assert.Equal(1, applied);
        await maps.DeleteAsync("a", map.Metadata.NamespaceProperty, cancellationToken: Token);
        Assert.Equal(ReconcileOutcome.Retry, (await PassAsync()).Outcome);
        Assert.Equal([Ours], map.Metadata.Finalizers);
        Assert.Equal(ReconcileResult.Done, await PassAsync());
        Assert.Equal((1, 2), (applied, cleaned));

        async Task<ReconcileResult> PassAsync()
        {
            map = await maps.GetAsync("a", map.Metadata.NamespaceProperty, Token);
            var result = await finalizer.ReconcileAsync(
                map,
                (_, _) => Task.FromResult(++applied > 0 ? ReconcileResult.Done : default),
                (_, _) => Task.FromResult(++cleaned > 1 ? ReconcileResult.Done : ReconcileResult.Retry("not yet")),
                Token);
            map = cleaned > 1 ? map : await maps.GetAsync("a", map.Metadata.NamespaceProperty, Token);
            return result;
        }
    }

    [Fact]
    public async Task Finalizers_of_others_are_never_lost_and_none_is_doubled()
    {
        using var transport = await cluster.TransportAsync();
        var (maps, stale) = await MapAsync(transport);
        var (ours, others) = (new Finalizer<V1ConfigMap>(maps, Ours), new Finalizer<V1ConfigMap>(maps, Others));

        // Each works from the object as it was before the other wrote.
        await others.AddAsync(stale, Token);
        var both = await ours.AddAsync(stale, Token);
        Assert.Equal([Others, Ours], both!.Metadata.Finalizers);
        Assert.Equal(both.Metadata.ResourceVersion, (await ours.AddAsync(stale, Token))!.Metadata.ResourceVersion);
        var left = await others.RemoveAsync(both, Token);
        Assert.Equal([Ours], left!.Metadata.Finalizers);
        Assert.Empty((await ours.RemoveAsync(both, Token))!.Metadata.Finalizers ?? []);
        Assert.NotNull(await ours.RemoveAsync(stale, Token));
    }

    [Fact]
    public async Task What_is_gone_or_going_gets_no_finalizer()
    {
        using var transport = await cluster.TransportAsync();
        var (maps, map) = await MapAsync(transport);
        var finalizer = new Finalizer<V1ConfigMap>(maps, Ours);
        var kept = (await new Finalizer<V1ConfigMap>(maps, Others).AddAsync(map, Token))!;
        await maps.DeleteAsync("a", map.Metadata.NamespaceProperty, cancellationToken: Token);

        Assert.Equal([Others], (await finalizer.AddAsync(kept, Token))!.Metadata.Finalizers);
        await new Finalizer<V1ConfigMap>(maps, Others).RemoveAsync(kept, Token);
        Assert.Null(await finalizer.AddAsync(kept, Token));
    }

    [Fact]
    public async Task Create_or_apply_sends_nothing_when_nothing_differs()
    {
        using var transport = await cluster.TransportAsync();
        var ns = await ClusterFixture.NewNamespaceAsync(transport);
        var maps = new ResourceClient<V1ConfigMap>(transport, BuiltInResources.ConfigMaps);
        var options = new WriteOptions { FieldManager = "tests", Force = true };
        var wanted = new V1ConfigMap { Metadata = new() { Name = "b", NamespaceProperty = ns }, Data = new Dictionary<string, string> { ["k"] = "1" } };

        var created = await maps.CreateOrApplyAsync(wanted, null, options, Token);
        var same = await maps.CreateOrApplyAsync(wanted, created.Resource, options, Token);
        Assert.Equal((WriteOutcome.Created, WriteOutcome.Unchanged), (created.Outcome, same.Outcome));
        Assert.Same(created.Resource, same.Resource);
        wanted.Data["k"] = "2";
        Assert.Equal(WriteOutcome.Updated, (await maps.CreateOrApplyAsync(wanted, created.Resource, options, Token)).Outcome);
    }

    private static async Task<(ResourceClient<V1ConfigMap> Maps, V1ConfigMap Map)> MapAsync(ApiTransport transport)
    {
        var maps = new ResourceClient<V1ConfigMap>(transport, BuiltInResources.ConfigMaps);
        var ns = await ClusterFixture.NewNamespaceAsync(transport);
        return (maps, await maps.CreateAsync(new() { Metadata = new() { Name = "a", NamespaceProperty = ns } }, cancellationToken: Token));
    }
}
