namespace Kube.Testing;

/// <summary>Deletes what is in a namespace that is being deleted, and then the namespace.</summary>
internal sealed class NamespaceController(ObjectStore store, ResourceRegistry registry, ObjectDeleter deleter)
{
    public void Handle(StoreEvent change)
    {
        // The namespace itself began to go, or something in one went.
        var name = change.Key.Resource == "namespaces" ? change.Key.Name : change.After is null ? change.Key.Namespace : "";
        var key = new StoreKey("namespaces", "", name);
        if (name.Length == 0 || store.Get(key) is not { } ns || !ObjectMeta.IsDeleting(ns))
        {
            return;
        }

        var left = 0;
        foreach (var resource in registry.All.Where(resource => resource.IsNamespaced).DistinctBy(resource => resource.StorageKey))
        {
            foreach (var item in store.List(resource.StorageKey, name).Items)
            {
                left++;
                if (!ObjectMeta.IsDeleting(item))
                {
                    left -= deleter.Delete(resource, StoreKey.Of(resource, item), new("Background", null, ObjectMeta.Uid(item), "", false)).IsGone ? 1 : 0;
                }
            }
        }

        if (left == 0)
        {
            Finish(key);
        }
    }

    private void Finish(StoreKey key)
    {
        lock (store.Gate)
        {
            if (store.Get(key) is { } ns && ObjectMeta.Finalizers(ns).Count == 0)
            {
                store.Remove(key);
            }
        }
    }
}
