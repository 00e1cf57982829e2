using k8s.Models;
using Kube.Runtime.Client;
using Kube.Testing;

namespace Kube.Runtime.Tests.Laws;

/// <summary>What a network does to connections, below anything that a server could say.</summary>
[Collection(LawFixture.Shared)]
public sealed class NetworkLawTests(LawFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connections_that_are_cut_wherever_they_are_cost_no_event()
    {
        const string Law = "law-cut";
        var laws = await fixture.PlaneAsync();
        await using var network = new FaultyNetwork(laws.Plane.BaseAddress);
        using var transport = await TransportAsync(laws, network, new());
        await using var following = new Following<V1Secret>(transport, laws.Direct, BuiltInResources.Secrets, Law);
        var writing = new Writer(laws.Direct, LawKind.Secrets, Law, new Random(1)).WriteAsync(150, () => TimeSpan.FromMilliseconds(5), Token);
        for (var i = 0; i < 15; i++)
        {
            await Task.Delay(60, Token);
            network.Cut();
        }

        await writing;
        await following.UntilEqualAsync(Token);
    }

    [Fact]
    public async Task A_black_hole_is_noticed_by_the_silence_and_the_watch_goes_on_after_it()
    {
        const string Law = "law-black-hole";
        var laws = await fixture.PlaneAsync();
        await using var network = new FaultyNetwork(laws.Plane.BaseAddress);
        var hasty = new TransportOptions { WatchIdleLimit = TimeSpan.FromSeconds(2), WatchHeaderDeadline = TimeSpan.FromSeconds(2), CallDeadline = TimeSpan.FromSeconds(2), ConnectTimeout = TimeSpan.FromSeconds(2) };
        using var transport = await TransportAsync(laws, network, hasty);
        await using var following = new Following<V1Secret>(transport, laws.Direct, BuiltInResources.Secrets, Law);
        await following.UntilEqualAsync(Token);

        network.IsSilent = true;
        await new Writer(laws.Direct, LawKind.Secrets, Law, new Random(2)).WriteAsync(20, () => TimeSpan.Zero, Token);
        await Following<V1Secret>.UntilAsync(() => Task.FromResult(following.Informer.Failure is not null), Token);
        network.IsSilent = false;
        await following.UntilEqualAsync(Token);
        Assert.Null(following.Informer.Failure);
    }

    /// <summary>Takes two minutes, so that it runs only when asked for: LAW_SOAK=1.</summary>
    [Fact]
    public async Task With_the_default_patience_a_black_hole_of_90_seconds_is_noticed_by_pings_and_survived()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("LAW_SOAK") is not null, "Takes two minutes; set LAW_SOAK=1.");
        const string Law = "law-long-black-hole";
        var laws = await fixture.PlaneAsync();
        await using var network = new FaultyNetwork(laws.Plane.BaseAddress);
        using var transport = await TransportAsync(laws, network, new());
        await using var following = new Following<V1Secret>(transport, laws.Direct, BuiltInResources.Secrets, Law, new());
        await following.UntilEqualAsync(Token);

        network.IsSilent = true;
        var began = TimeProvider.System.GetTimestamp();
        await new Writer(laws.Direct, LawKind.Secrets, Law, new Random(3)).WriteAsync(30, () => TimeSpan.FromMilliseconds(100), Token);

        // A ping after 30 s of silence, which is waited for 15 s: long before the five minutes of the watchdog.
        await Following<V1Secret>.UntilAsync(() => Task.FromResult(following.Informer.Failure is not null), Token);
        TestContext.Current.TestOutputHelper?.WriteLine($"The black hole was noticed after {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s.");
        await Task.Delay(TimeSpan.FromSeconds(90) - TimeProvider.System.GetElapsedTime(began), Token);
        network.IsSilent = false;
        await following.UntilEqualAsync(Token);
        TestContext.Current.TestOutputHelper?.WriteLine($"The cache was right again {TimeProvider.System.GetElapsedTime(began).TotalSeconds - 90:F0} s after its end.");
    }

    private static async Task<ApiTransport> TransportAsync(LawPlane laws, FaultyNetwork network, TransportOptions options) =>
        new(await ApiServerConnection.LoadAsync(new(laws.Plane.KubeConfigPath), Token) with { Server = network.Address }, options);
}
