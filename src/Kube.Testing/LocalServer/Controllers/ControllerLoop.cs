using System.Threading.Channels;

namespace Kube.Testing;

/// <summary>Runs what a control plane does by itself, one change after another, in the background.</summary>
internal sealed class ControllerLoop : IAsyncDisposable
{
    private readonly Channel<StoreEvent> _changes = Channel.CreateUnbounded<StoreEvent>();
    private readonly IDisposable _following;
    private readonly Task _work;

    public ControllerLoop(ObjectStore store, IReadOnlyList<Action<StoreEvent>> controllers)
    {
        _following = store.Follow(store.Compacted, change => _changes.Writer.TryWrite(change))!;
        _work = RunAsync(controllers);
    }

    public async ValueTask DisposeAsync()
    {
        _following.Dispose();
        _changes.Writer.Complete();
        await _work;
    }

    private async Task RunAsync(IReadOnlyList<Action<StoreEvent>> controllers)
    {
        await foreach (var change in _changes.Reader.ReadAllAsync())
        {
            foreach (var controller in controllers)
            {
                try
                {
                    controller(change);
                }
                catch (ApiFailure)
                {
                    // Somebody was quicker: the change that made it so is yet to come.
                }
            }
        }
    }
}
