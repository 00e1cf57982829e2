using Kube.Runtime.Queueing;

namespace Kube.Runtime.Controllers;

/// <summary>Where triggers put keys: the controller's queue, behind its debounce.</summary>
internal sealed class KeySink(WorkQueue<ObjectKey> queue, TimeSpan debounce)
{
    public void Add(ObjectKey key, int priority = QueuePriority.Normal, TimeSpan? ownDebounce = null) => queue.AddAfter(key, ownDebounce ?? debounce, priority);
}
