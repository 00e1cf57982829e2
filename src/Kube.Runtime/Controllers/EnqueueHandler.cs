using k8s;
using k8s.Models;
using Kube.Runtime.Queueing;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Controllers;

/// <summary>
/// Turns changes of a cache into keys of a queue. What was there when the cache was first filled, and what is looked at again without a change,
/// may wait: users who changed something come first.
/// </summary>
internal sealed class EnqueueHandler<T>(Informer<T> informer, KeySink sink, Func<T, IEnumerable<ObjectKey>> keysOf, EventPredicate<T>? predicate)
    : IResourceHandler<T>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private int _subscriber;

    /// <summary>How urgent changes are, and whether they wait for others.</summary>
    public TriggerOptions Trigger { get; init; } = TriggerOptions.Default;

    /// <summary>Whom the coming and going of an object concerns that cannot be read; null for nobody.</summary>
    public Func<UndecodableObject, IEnumerable<ObjectKey>>? KeysOfUndecodable { get; init; }

    /// <summary>Told of objects that cannot be read.</summary>
    public Action<UndecodableObject>? Report { get; init; }

    // The informer tells a new handler of what the cache holds within the call, on the caller's thread; its own loop has another.
    private bool IsInitial => !informer.HasSynced || Volatile.Read(ref _subscriber) == Environment.CurrentManagedThreadId;

    public IDisposable Subscribe()
    {
        Volatile.Write(ref _subscriber, Environment.CurrentManagedThreadId);
        try
        {
            return informer.Subscribe(this);
        }
        finally
        {
            Volatile.Write(ref _subscriber, 0);
        }
    }

    public void OnAdded(T item)
    {
        if (predicate is null || predicate.Added(item))
        {
            Enqueue(keysOf(item), IsInitial ? QueuePriority.Low : Trigger.Priority);
        }
    }

    public void OnDeleted(T last)
    {
        if (predicate is null || predicate.Deleted(last))
        {
            Enqueue(keysOf(last), Trigger.Priority);
        }
    }

    public void OnUndecodable(UndecodableObject item)
    {
        Report?.Invoke(item);
        Enqueue(KeysOfUndecodable?.Invoke(item) ?? [], Trigger.Priority);
    }

    public void OnUndecodableDeleted(UndecodableObject last) => Enqueue(KeysOfUndecodable?.Invoke(last) ?? [], Trigger.Priority);

    public void OnUpdated(T old, T @new)
    {
        if (predicate is null || predicate.Updated(old, @new))
        {
            // Both states: an object that changed hands concerns its old owner too. The queue drops the double.
            var isResync = old.Metadata?.ResourceVersion is { } version && version == @new.Metadata?.ResourceVersion;
            var priority = isResync ? QueuePriority.Low : Trigger.Priority;
            Enqueue(keysOf(old), priority);
            Enqueue(keysOf(@new), priority);
        }
    }

    private void Enqueue(IEnumerable<ObjectKey> keys, int priority)
    {
        foreach (var key in keys)
        {
            sink.Add(key, priority, Trigger.Debounce);
        }
    }
}
