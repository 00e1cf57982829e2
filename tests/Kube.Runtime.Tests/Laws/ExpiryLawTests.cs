using k8s.Models;
using Kube.Runtime.Client;

namespace Kube.Runtime.Tests.Laws;

/// <summary>Real 410 answers: etcd has forgotten what an informer wants to go on from.</summary>
[Collection(LawFixture.Shared)]
public sealed class ExpiryLawTests(LawFixture fixture)
{
    private static readonly ResourceType<V1ConfigMap> s_maps = BuiltInResources.ConfigMaps;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watch_from_a_forgotten_version_lists_anew_and_tells_of_what_went_with_its_last_known_state()
    {
        const string Law = "law-forgotten-watch";
        var laws = await fixture.PlaneAsync();
        var plan = NoFaults();
        using var transport = laws.Proxy.Transport(Law, plan, http2: true, new() { WatchIdleLimit = TimeSpan.FromSeconds(1), MaxAttempts = 1 });
        await CreateAsync(laws, Law, "goes", "stays");
        await using var following = new Following<V1ConfigMap>(transport, laws.Direct, s_maps, Law);
        await following.UntilEqualAsync(Token);
        var last = following.Informer.Lister.Get(new(LawKind.Namespace, $"{Law}-goes"));
        V1ConfigMap? told = null;
        using var subscription = following.Informer.Subscribe(new Kube.Runtime.Watching.ResourceHandler<V1ConfigMap> { Deleted = map => told = map });

        // The way is blocked until the silent watch has been given up and everything that it could go on from is forgotten.
        plan.Forced = new Fault.Refused(500, null);
        await Following<V1ConfigMap>.UntilAsync(() => Task.FromResult(following.Informer.Failure is not null), Token);
        await laws.Direct.SendAsync(new(HttpMethod.Delete, $"{LawKind.ConfigMaps.Path}/{Law}-goes"), Token);
        await CreateAsync(laws, Law, "comes");
        await laws.Plane.CompactAsync(Token);
        plan.Forced = null;
        await following.UntilEqualAsync(Token);

        Assert.True(plan.ExpiredByServer > 0, "The server never said that the version has expired.");
        Assert.Same(last, told);
    }

    [Fact]
    public async Task A_list_whose_next_page_is_forgotten_is_read_in_one_piece()
    {
        const string Law = "law-forgotten-page";
        var laws = await fixture.PlaneAsync();
        var plan = NoFaults();
        var lists = new List<string>();
        var compacted = false;
        plan.Before = async query =>
        {
            lock (lists)
            {
                lists.Add(query);
            }

            if (query.Contains("continue=", StringComparison.Ordinal) && !compacted)
            {
                compacted = true;
                await CreateAsync(laws, Law, "meanwhile");
                await laws.Plane.CompactAsync(Token);
            }
        };
        using var transport = laws.Proxy.Transport(Law, plan, http2: false, new());
        await CreateAsync(laws, Law, "a", "b", "c", "d", "e");
        await using var following = new Following<V1ConfigMap>(transport, laws.Direct, s_maps, Law, new() { PageSize = 2 });
        await following.UntilEqualAsync(Token);

        Assert.True(plan.ExpiredByServer > 0, "The server never said that the token has expired.");
        Assert.Equal(6, following.Informer.Lister.List().Count);
        Assert.Contains(lists, query => !query.Contains("limit=", StringComparison.Ordinal) && !query.Contains("watch=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_api_server_that_was_killed_and_starts_again_on_its_port_is_followed_again()
    {
        const string Law = "law-killed-server";
        var laws = await fixture.PlaneAsync();
        using var transport = new ApiTransport(await ApiServerConnection.LoadAsync(new(laws.Plane.KubeConfigPath), Token));
        await CreateAsync(laws, Law, "a", "b");
        await using var following = new Following<V1ConfigMap>(transport, laws.Direct, s_maps, Law);
        await following.UntilEqualAsync(Token);

        await laws.Plane.KillApiServerAsync();
        await Following<V1ConfigMap>.UntilAsync(() => Task.FromResult(following.Informer.Failure is not null), Token);
        await laws.Plane.StartApiServerAsync(Token);
        await laws.Direct.SendAsync(new(HttpMethod.Delete, $"{LawKind.ConfigMaps.Path}/{Law}-a"), Token);
        await CreateAsync(laws, Law, "c");
        await following.UntilEqualAsync(Token);
        Assert.Null(following.Informer.Failure);
    }

    private static FaultPlan NoFaults()
    {
        var plan = new FaultPlan(0);
        plan.End();
        return plan;
    }

    private static async Task CreateAsync(LawPlane laws, string law, params string[] names)
    {
        foreach (var name in names)
        {
            await laws.Direct.SendAsync(new(HttpMethod.Post, LawKind.ConfigMaps.Path) { Body = LawKind.ConfigMaps.Object($"{law}-{name}", law, 1) }, Token);
        }
    }
}
