using Kube.Runtime.Queueing;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Controllers;

/// <summary>Turns changes of a cache into keys of a queue.</summary>
internal sealed class EnqueueHandler<T>(
    WorkQueue<ObjectKey> queue, Func<T, IEnumerable<ObjectKey>> keysOf, ChangePredicate<T>? predicate, Action<UndecodableObject>? onUndecodable)
    : IResourceHandler<T>
    where T : class
{
    public void OnAdded(T item) => Enqueue(item);

    public void OnDeleted(T last) => Enqueue(last);

    public void OnUndecodable(UndecodableObject item) => onUndecodable?.Invoke(item);

    public void OnUpdated(T old, T @new)
    {
        if (predicate is null || predicate(old, @new))
        {
            // Both states: an object that changed hands concerns its old owner too. The queue drops the double.
            Enqueue(old);
            Enqueue(@new);
        }
    }

    private void Enqueue(T item)
    {
        foreach (var key in keysOf(item))
        {
            queue.Add(key);
        }
    }
}
