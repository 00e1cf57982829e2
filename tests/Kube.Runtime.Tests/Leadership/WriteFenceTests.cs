using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Leadership;
using Kube.Runtime.Tests.Controllers;
using Kube.Runtime.Tests.Server;

namespace Kube.Runtime.Tests.Leadership;

/// <summary>A deposed leader makes no further write, whether or not anybody had the time to tell it.</summary>
public sealed class WriteFenceTests : ElectionTest
{
    private static readonly V1ConfigMap s_map = new() { Metadata = new() { Name = "a", NamespaceProperty = "n" } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_a_leader_writes_and_everybody_reads()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.JsonAsync("""{"metadata":{"name":"a","namespace":"n"}}"""));
        using var inner = server.Transport();
        using var elector = Elector("first");
        var maps = new ResourceClient<V1ConfigMap>(new FencedTransport(inner, elector.Fence), BuiltInResources.ConfigMaps);

        await maps.GetAsync("a", "n", Token);
        await Assert.ThrowsAsync<LeadershipLostException>(() => maps.CreateAsync(s_map, cancellationToken: Token));
        await Assert.ThrowsAsync<LeadershipLostException>(() => maps.DeleteAsync("a", "n", cancellationToken: Token));
        using var term = await elector.AcquireAsync(Token);
        await maps.CreateAsync(s_map, cancellationToken: Token);
        await maps.DeleteAsync("a", "n", cancellationToken: Token);
        Assert.Equal(["GET", "POST", "DELETE"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task After_a_halt_nothing_is_written_before_anybody_noticed_the_loss()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.JsonAsync("""{"metadata":{}}"""));
        using var inner = server.Transport();
        using var elector = Elector("first");
        var maps = new ResourceClient<V1ConfigMap>(new FencedTransport(inner, elector.Fence), BuiltInResources.ConfigMaps);
        using var term = await elector.AcquireAsync(Token);

        // Nobody holds the term: no timer fires, no token is cancelled. Only the clock has gone on, as it does during a SIGSTOP.
        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(term.Ended.IsCancellationRequested);
        await Assert.ThrowsAsync<LeadershipLostException>(() => maps.CreateAsync(s_map, cancellationToken: Token));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_write_that_is_tried_again_is_judged_again()
    {
        using var elector = Elector("first");
        await using var server = await FaultServer.StartAsync(async (n, context) =>
        {
            // While the client waits to try again, its time runs out.
            Time.Advance(TimeSpan.FromSeconds(10));
            context.Response.Headers.RetryAfter = "0";
            await context.StatusAsync(n == 1 ? 429 : 200, "TooManyRequests");
        });
        using var inner = server.Transport();
        var maps = new ResourceClient<V1ConfigMap>(new FencedTransport(inner, elector.Fence), BuiltInResources.ConfigMaps);
        using var term = await elector.AcquireAsync(Token);

        await Assert.ThrowsAsync<LeadershipLostException>(() => maps.CreateAsync(s_map, cancellationToken: Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_write_that_waits_for_its_connection_is_judged_when_its_bytes_leave()
    {
        using var elector = Elector("first");
        await using var server = await FaultServer.StartAsync((_, context) => context.JsonAsync("""{"metadata":{}}"""));

        // The credential is asked for after the fence was passed and before the connection is made.
        using var inner = new ApiTransport(server.Connection with { Credentials = new SlowCredential(() => Time.Advance(TimeSpan.FromSeconds(10))) });
        var maps = new ResourceClient<V1ConfigMap>(new FencedTransport(inner, elector.Fence), BuiltInResources.ConfigMaps);
        using var term = await elector.AcquireAsync(Token);

        await Assert.ThrowsAsync<LeadershipLostException>(() => maps.CreateAsync(s_map, cancellationToken: Token));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_lease_is_not_given_back_in_the_middle_of_a_write()
    {
        var release = new TaskCompletionSource();
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            await release.Task;
            await context.JsonAsync("""{"metadata":{}}""");
        });
        using var inner = server.Transport();
        using var elector = Elector("first");
        var maps = new ResourceClient<V1ConfigMap>(new FencedTransport(inner, elector.Fence), BuiltInResources.ConfigMaps);
        using var term = await elector.AcquireAsync(Token);
        var writing = maps.CreateAsync(s_map, cancellationToken: Token);
        await ControllerRun.Until(() => !server.Requests.IsEmpty);
        var releasing = elector.ReleaseAsync(Token);

        await Task.Delay(50, Token);
        Assert.Equal("first", Server.Lease!.Spec.HolderIdentity);
        await Assert.ThrowsAsync<LeadershipLostException>(() => maps.CreateAsync(s_map, cancellationToken: Token));
        release.SetResult();
        await writing;
        await releasing;
        Assert.Equal("", Server.Lease!.Spec.HolderIdentity);
    }

    private sealed class SlowCredential(Action wait) : Kube.Runtime.Client.Credentials.ICredentialSource
    {
        public ValueTask<Kube.Runtime.Client.Credentials.Credential> GetAsync(CancellationToken cancellationToken)
        {
            wait();
            return Kube.Runtime.Client.Credentials.StaticCredential.Anonymous.GetAsync(cancellationToken);
        }

        public void Invalidate(Kube.Runtime.Client.Credentials.Credential refused)
        {
            // There is no other.
        }
    }
}
