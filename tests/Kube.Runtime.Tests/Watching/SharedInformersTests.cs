using k8s.Models;
using Kube.Runtime.Caching;
using Kube.Runtime.Tests.Server;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Tests.Watching;

public sealed class SharedInformersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Controllers_of_a_kind_share_one_list_and_watch_and_one_cache()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.IsWatch() ? context.HangAsync() : context.PodsAsync(5, Answers.Pod("a", 1)));
        using var transport = server.Transport();
        var informers = new SharedInformers(transport);
        var first = informers.For(BuiltInResources.Pods);
        var second = informers.For(BuiltInResources.Pods, new() { PageSize = 7 });
        Assert.Same(first, second);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = informers.RunAsync(stop.Token);
        await informers.WaitForSyncAsync(Token);

        // One that is asked for later is started too.
        var late = informers.For(BuiltInResources.Pods, new() { Namespace = "n" });
        await late.WaitForSyncAsync(Token);
        Assert.Equal("a", late.Lister.List().Single().Metadata.Name);
        await Until(() => server.Requests.Count == 4);
        Assert.Equal(2, server.Requests.Count(request => !request.Query.Contains("watch=true", StringComparison.Ordinal)));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await Until(() => server.Open == 0);
    }

    [Fact]
    public void Namespaces_selectors_and_types_have_informers_of_their_own()
    {
        using var transport = new Kube.Runtime.Client.ApiTransport(new() { Server = new("http://127.0.0.1:1") });
        var informers = new SharedInformers(transport);
        var all = informers.For(BuiltInResources.Pods);
        Assert.NotSame(all, informers.For(BuiltInResources.Pods, new() { Namespace = "n" }));
        Assert.NotSame(all, informers.For(BuiltInResources.Pods, new() { LabelSelector = "a=b" }));
        Assert.NotSame(all, informers.For(BuiltInResources.Pods, new() { FieldSelector = "spec.nodeName=n" }));
        Assert.Same(informers.For(BuiltInResources.Pods, new() { LabelSelector = "a=b" }), informers.For(BuiltInResources.Pods, new() { LabelSelector = LabelSelector.Equal("a", "b") }));
        Assert.NotSame((object)all, informers.For(PartialObjectMetadata.Of(BuiltInResources.Pods.Definition)));
        Assert.Equal(5, informers.All.Count);
    }

    [Fact]
    public void An_index_that_comes_too_late_is_named()
    {
        using var transport = new Kube.Runtime.Client.ApiTransport(new() { Server = new("http://127.0.0.1:1") });
        var informers = new SharedInformers(transport);
        var index = new IndexDefinition<V1Pod>("node", pod => [pod.Spec.NodeName]);
        informers.For(BuiltInResources.Pods, null, index);
        informers.For(BuiltInResources.Pods, null, index);

        Assert.Contains("no index 'zone'", Assert.Throws<ArgumentException>(() => informers.For(BuiltInResources.Pods, null, index with { Name = "zone" })).Message, StringComparison.Ordinal);
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 2000 && !condition(); i++)
        {
            await Task.Delay(5, Token);
        }

        Assert.True(condition(), "Not reached within 10 s.");
    }
}
