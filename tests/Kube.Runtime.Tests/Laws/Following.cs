using k8s;
using k8s.Models;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Tests.Laws;

/// <summary>An informer of the objects of one law, with a mirror of what its handlers are told, until it is disposed.</summary>
internal sealed class Following<T> : IAsyncDisposable
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly IApiTransport _direct;
    private readonly ResourceType<T> _type;
    private readonly LabelSelector _selector;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public Following(IApiTransport transport, IApiTransport direct, ResourceType<T> type, string law, InformerOptions? options = null)
    {
        _direct = direct;
        _type = type;
        _selector = LabelSelector.Equal("law", law);
        options ??= new() { Backoff = new() { Base = TimeSpan.FromMilliseconds(20), Max = TimeSpan.FromMilliseconds(200) } };
        Informer = new(transport, type, options with { Namespace = LawKind.Namespace, LabelSelector = _selector });
        Informer.Subscribe(Mirror);
        _running = Informer.RunAsync(_stop.Token);
    }

    public Informer<T> Informer { get; }

    public Mirror<T> Mirror { get; } = new();

    /// <summary>Waits until cache, server and what handlers were told are the same.</summary>
    public async Task UntilEqualAsync(CancellationToken cancellationToken)
    {
        var client = new ResourceClient<T>(_direct, _type);
        await UntilAsync(
            async () =>
            {
                var list = await client.ListAsync(LawKind.Namespace, new() { LabelSelector = _selector }, cancellationToken);
                var server = list.Items.Select(LawKind.Print).Order(StringComparer.Ordinal).ToList();
                return Informer.HasSynced && server.SequenceEqual(Mirror.Items) && server.SequenceEqual(Informer.Lister.List().Select(LawKind.Print).Order(StringComparer.Ordinal));
            },
            cancellationToken);
        Assert.Empty(Mirror.Contradictions);
    }

    public static async Task UntilAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(90), "Not reached within 90 s.");
            await Task.Delay(50, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.True(_running.IsCanceled, _running.Exception?.ToString());
        _stop.Dispose();
    }
}
