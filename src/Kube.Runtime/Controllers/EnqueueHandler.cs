using Kube.Runtime.Queueing;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Controllers;

/// <summary>Turns changes of a cache into keys of a queue.</summary>
internal sealed class EnqueueHandler<T>(WorkQueue<ObjectKey> queue, Func<T, IEnumerable<ObjectKey>> keysOf, ChangePredicate<T>? predicate)
    : IResourceHandler<T>
    where T : class
{
    /// <summary>Whom the coming and going of an object concerns that cannot be read; null for nobody.</summary>
    public Func<UndecodableObject, IEnumerable<ObjectKey>>? KeysOfUndecodable { get; init; }

    /// <summary>Told of objects that cannot be read.</summary>
    public Action<UndecodableObject>? Report { get; init; }

    public void OnAdded(T item) => Enqueue(keysOf(item));

    public void OnDeleted(T last) => Enqueue(keysOf(last));

    public void OnUndecodable(UndecodableObject item)
    {
        Report?.Invoke(item);
        Enqueue(KeysOfUndecodable?.Invoke(item) ?? []);
    }

    public void OnUndecodableDeleted(UndecodableObject last) => Enqueue(KeysOfUndecodable?.Invoke(last) ?? []);

    public void OnUpdated(T old, T @new)
    {
        if (predicate is null || predicate(old, @new))
        {
            // Both states: an object that changed hands concerns its old owner too. The queue drops the double.
            Enqueue(keysOf(old));
            Enqueue(keysOf(@new));
        }
    }

    private void Enqueue(IEnumerable<ObjectKey> keys)
    {
        foreach (var key in keys)
        {
            queue.Add(key);
        }
    }
}
