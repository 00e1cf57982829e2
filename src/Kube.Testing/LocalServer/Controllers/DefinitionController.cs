using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Serves what definitions define, says so in their status, and deletes objects whose definition is gone.</summary>
internal sealed class DefinitionController(ObjectStore store, ResourceRegistry registry, TimeProvider time)
{
    public void Handle(StoreEvent change)
    {
        if (change.Key.Resource != DefinedResources.StorageKey)
        {
            return;
        }

        var definition = change.After ?? change.Before!;
        var (group, plural) = (definition["spec"]!["group"]!.ToString(), definition["spec"]!["names"]!["plural"]!.ToString());
        registry.Replace(group, plural, change.After is null ? [] : DefinedResources.Of(definition));
        if (change.After is null)
        {
            DeleteObjects($"{plural}.{group}");
        }
        else
        {
            Establish(change.Key);
        }
    }

    private void Establish(StoreKey key)
    {
        lock (store.Gate)
        {
            if (store.Get(key) is not { } stored || stored["status"]?["conditions"] is JsonArray { Count: > 0 })
            {
                return;
            }

            var value = (JsonObject)stored.DeepClone();
            var now = ObjectMeta.Time(time.GetUtcNow());
            value["status"] = new JsonObject
            {
                ["conditions"] = new JsonArray(
                    Condition("NamesAccepted", "NoConflicts", "no conflicts found", now),
                    Condition("Established", "InitialNamesAccepted", "the initial names have been accepted", now)),
                ["acceptedNames"] = value["spec"]!["names"]!.DeepClone(),
                ["storedVersions"] = new JsonArray(
                    [.. ((JsonArray)value["spec"]!["versions"]!).Where(version => version!["storage"]?.ToString() == "true").Select(version => version!["name"]!.DeepClone())]),
            };
            store.Put(key, value);
        }
    }

    private static JsonObject Condition(string type, string reason, string message, string now) => new()
    {
        ["type"] = type,
        ["status"] = "True",
        ["lastTransitionTime"] = now,
        ["reason"] = reason,
        ["message"] = message,
    };

    private void DeleteObjects(string resource)
    {
        foreach (var item in store.List(resource, null).Items)
        {
            store.Remove(new(resource, ObjectMeta.Namespace(item), ObjectMeta.Name(item)));
        }
    }
}
