using k8s;
using k8s.Models;

namespace Kube.Runtime.Watching;

/// <summary>Reads everything from the first events of a watch, up to the bookmark that ends them.</summary>
internal sealed class StreamedListReader<T>(ResourceType<T> type, IOpenWatch<T> stream, TimeProvider time)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly Dictionary<ObjectKey, T> _items = [];
    private readonly Dictionary<ObjectKey, UndecodableObject> _undecodable = [];

    /// <exception cref="ApiException">The stream broke, or the server does not know streamed lists.</exception>
    public async Task<ListedState<T>> ReadAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(StreamedList.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        while (true)
        {
            WatchEvent<T>? next;
            try
            {
                next = await stream.NextAsync(either.Token).ConfigureAwait(false);
                patience.CancelAfter(StreamedList.Patience);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw StreamedList.NotEnded(type.Definition, $"nothing came for {StreamedList.Patience.TotalSeconds:0} s");
            }

            if (next is not { } change)
            {
                throw StreamedList.NotEnded(type.Definition, "the watch ended");
            }

            if (change.Type != WatchEventType.Bookmark)
            {
                Take(change);
            }
            else if (change.IsInitialEventsEnd)
            {
                return new([.. _items.Values], [.. _undecodable.Values], change.ResourceVersion);
            }
            else
            {
                // Servers that know streamed lists send no other bookmark before.
                throw StreamedList.NotEnded(type.Definition, "an ordinary bookmark came");
            }
        }
    }

    // What happens while the list is sent comes in between, in order.
    private void Take(WatchEvent<T> change)
    {
        var key = change.Undecodable?.Key ?? type.KeyOf(change.Resource!);
        _items.Remove(key);
        _undecodable.Remove(key);
        if (change.Type == WatchEventType.Deleted)
        {
            return;
        }

        if (change.Undecodable is { } undecodable)
        {
            _undecodable[key] = undecodable;
        }
        else
        {
            _items[key] = change.Resource!;
        }
    }
}
