using Kube.Runtime.Client;
using Kube.Runtime.Tests.RealCluster;

namespace Kube.Runtime.Tests.Laws;

/// <summary>
/// What only servers of Kubernetes 1.32 and newer do. Name the kubeconfig of one in LAW_MODERN_KUBECONFIG; it needs no more than custom resources.
/// </summary>
public sealed class ModernServerLawTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_streams_lists_is_asked_once_for_the_list_and_the_watch()
    {
        var kubeConfig = Environment.GetEnvironmentVariable("LAW_MODERN_KUBECONFIG");
        Assert.SkipUnless(kubeConfig is not null, "Needs a server of Kubernetes 1.32 or newer; set LAW_MODERN_KUBECONFIG.");
        const string Law = "law-streamed";
        using var direct = new ApiTransport(await ApiServerConnection.LoadAsync(new(kubeConfig), Token));
        await WidgetKind.InstallAsync(direct, Token);
        var kind = new LawKind(Widget.ResourceType.Definition, "annotations");
        var writer = new Writer(direct, kind, Law, new Random(1));
        await writer.WriteAsync(40, () => TimeSpan.Zero, Token);

        var counted = new CountingTransport(direct);
        await using (var following = new Following<Widget>(counted, direct, Widget.ResourceType, Law))
        {
            await following.UntilEqualAsync(Token);
            await writer.WriteAsync(40, () => TimeSpan.Zero, Token);
            await following.UntilEqualAsync(Token);
        }

        Assert.Equal((0, 1), (counted.Lists, counted.Watches));
    }
}
