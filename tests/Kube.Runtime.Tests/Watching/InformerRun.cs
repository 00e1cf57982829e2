using k8s.Models;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Tests.Watching;

/// <summary>An informer that runs until disposed.</summary>
internal sealed class InformerRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public InformerRun(Informer<V1Pod> informer, IResourceHandler<V1Pod> handler)
    {
        Informer = informer;
        informer.Subscribe(handler);
        _running = informer.RunAsync(_stop.Token);
    }

    public Informer<V1Pod> Informer { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
        _stop.Dispose();
    }
}
