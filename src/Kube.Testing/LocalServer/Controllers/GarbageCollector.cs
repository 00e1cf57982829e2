using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>
/// Deletes objects whose owners are all gone, ends foreground deletions when the dependents that block them are gone, and sets dependents free where
/// that was asked for.
/// </summary>
internal sealed class GarbageCollector(ObjectStore store, ResourceRegistry registry, ObjectDeleter deleter)
{
    private const string Foreground = "foregroundDeletion";
    private const string Orphan = "orphan";

    // Objects by the uids of their owners, as of the changes that were handled.
    private readonly Dictionary<string, HashSet<StoreKey>> _dependents = new(StringComparer.Ordinal);

    public void Handle(StoreEvent change)
    {
        Index(change);
        if (change.After is null)
        {
            OwnerIsGone(change.Before!);
            return;
        }

        if (HasNewOwners(change.Before, change.After))
        {
            Collect(change.Key);
        }

        var finalizers = ObjectMeta.IsDeleting(change.After) ? ObjectMeta.Finalizers(change.After) : [];
        if (finalizers.Contains(Orphan))
        {
            Free(change.Key, ObjectMeta.Uid(change.After));
        }
        else if (finalizers.Contains(Foreground))
        {
            DeleteDependents(change.Key, ObjectMeta.Uid(change.After));
        }
    }

    private void Index(StoreEvent change)
    {
        foreach (var owner in change.Before is null ? [] : ObjectMeta.Owners(change.Before))
        {
            if (_dependents.TryGetValue(owner["uid"]?.ToString() ?? "", out var keys) && keys.Remove(change.Key) && keys.Count == 0)
            {
                _dependents.Remove(owner["uid"]!.ToString());
            }
        }

        foreach (var owner in change.After is null ? [] : ObjectMeta.Owners(change.After))
        {
            var uid = owner["uid"]?.ToString() ?? "";
            (_dependents.TryGetValue(uid, out var keys) ? keys : _dependents[uid] = []).Add(change.Key);
        }
    }

    private static bool HasNewOwners(JsonObject? before, JsonObject after) =>
        ObjectMeta.Owners(after).Any() && !JsonNode.DeepEquals(before?["metadata"]?["ownerReferences"], after["metadata"]!["ownerReferences"]);

    private void OwnerIsGone(JsonObject owner)
    {
        foreach (var (resource, item) in DependentsOf(ObjectMeta.Uid(owner)))
        {
            Collect(StoreKey.Of(resource, item));
        }

        // Owners that are deleted in the foreground may have waited for this object.
        foreach (var reference in ObjectMeta.Owners(owner))
        {
            if (FindOwner(reference, ObjectMeta.Namespace(owner)) is { } found && ObjectMeta.IsDeleting(found.Value) && ObjectMeta.Finalizers(found.Value).Contains(Foreground))
            {
                DeleteDependents(found.Key, ObjectMeta.Uid(found.Value));
            }
        }
    }

    // Deletes an object unless an owner is left; forgets owners that are not.
    private void Collect(StoreKey key)
    {
        lock (store.Gate)
        {
            if (ResourceOf(key) is not { } resource || store.Get(key) is not { } item || ObjectMeta.IsDeleting(item))
            {
                return;
            }

            var owners = ObjectMeta.Owners(item).ToList();
            var left = owners.Where(owner => IsUnknown(owner) || FindOwner(owner, key.Namespace) is not null).ToList();
            if (owners.Count > 0 && left.Count == 0)
            {
                deleter.Delete(resource, key, new("", null, ObjectMeta.Uid(item), "", false));
            }
            else if (left.Count < owners.Count)
            {
                SetOwners(key, item, left);
            }
        }
    }

    private void DeleteDependents(StoreKey key, string uid)
    {
        var blocking = 0;
        foreach (var (resource, item) in DependentsOf(uid))
        {
            var blocks = ObjectMeta.Owners(item).Any(owner => owner["uid"]?.ToString() == uid && owner["blockOwnerDeletion"]?.ToString() == "true");
            if (!ObjectMeta.IsDeleting(item) && ObjectMeta.Owners(item).Count() == 1)
            {
                var request = new DeletionRequest(blocks ? "Foreground" : "Background", null, ObjectMeta.Uid(item), "", false);
                blocks &= !deleter.Delete(resource, StoreKey.Of(resource, item), request).IsGone;
            }

            blocking += blocks ? 1 : 0;
        }

        if (blocking == 0)
        {
            RemoveFinalizer(key, Foreground);
        }
    }

    private void Free(StoreKey key, string uid)
    {
        foreach (var (resource, item) in DependentsOf(uid))
        {
            SetOwners(StoreKey.Of(resource, item), item, ObjectMeta.Owners(item).Where(owner => owner["uid"]?.ToString() != uid).ToList());
        }

        RemoveFinalizer(key, Orphan);
    }

    private void SetOwners(StoreKey key, JsonObject item, List<JsonObject> owners)
    {
        var value = (JsonObject)item.DeepClone();
        if (owners.Count == 0)
        {
            ObjectMeta.Of(value).Remove("ownerReferences");
        }
        else
        {
            value["metadata"]!["ownerReferences"] = new JsonArray([.. owners.Select(owner => owner.DeepClone())]);
        }

        store.Put(key, value);
    }

    private void RemoveFinalizer(StoreKey key, string name)
    {
        lock (store.Gate)
        {
            if (store.Get(key) is not { } item || !ObjectMeta.Finalizers(item).Contains(name))
            {
                return;
            }

            var left = ObjectMeta.Finalizers(item).Where(finalizer => finalizer != name).ToList();
            if (left.Count == 0)
            {
                store.Remove(key);
                return;
            }

            var value = (JsonObject)item.DeepClone();
            value["metadata"]!["finalizers"] = new JsonArray([.. left.Select(finalizer => JsonValue.Create(finalizer))]);
            store.Put(key, value);
        }
    }

    private List<(ApiResource Resource, JsonObject Item)> DependentsOf(string uid) =>
    [
        .. from key in _dependents.GetValueOrDefault(uid) ?? []
           let resource = ResourceOf(key)
           let item = store.Get(key)
           where resource is not null && item is not null && ObjectMeta.Owners(item).Any(owner => owner["uid"]?.ToString() == uid)
           select (resource, item),
    ];

    // Of a kind that is not served it cannot be told whether an owner is there.
    private bool IsUnknown(JsonObject reference) => registry.FindKind(reference["apiVersion"]?.ToString() ?? "", reference["kind"]?.ToString() ?? "") is null;

    private (StoreKey Key, JsonObject Value)? FindOwner(JsonObject reference, string ns)
    {
        var resource = registry.FindKind(reference["apiVersion"]?.ToString() ?? "", reference["kind"]?.ToString() ?? "");
        if (resource is null)
        {
            return null;
        }

        var key = new StoreKey(resource.StorageKey, resource.IsNamespaced ? ns : "", reference["name"]?.ToString() ?? "");
        return store.Get(key) is { } value && ObjectMeta.Uid(value) == reference["uid"]?.ToString() ? (key, value) : null;
    }

    private ApiResource? ResourceOf(StoreKey key) => registry.All.FirstOrDefault(resource => resource.StorageKey == key.Resource);
}
