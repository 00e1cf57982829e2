using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Makes what a watch tells of changes in the store. What enters or leaves a selection is told as added or deleted.</summary>
internal sealed class WatchEvents(ApiResource resource, Selection selection, Func<JsonObject, JsonObject> present)
{
    /// <summary>What is told of a change; null for nothing.</summary>
    public JsonObject? Of(StoreEvent change)
    {
        if (change.Key.Resource != resource.StorageKey)
        {
            return null;
        }

        var was = change.Before is { } before && selection.Matches(before);
        var isNow = change.After is { } after && selection.Matches(after);
        return (was, isNow) switch
        {
            (false, true) => Of("ADDED", change.After!),
            (true, true) => Of("MODIFIED", change.After!),
            (true, false) => Of("DELETED", AsOf(change.Before!, change.Revision)),
            _ => null,
        };
    }

    public JsonObject Of(string type, JsonObject value) => new() { ["type"] = type, ["object"] = present(resource.Present(value)).DeepClone() };

    /// <summary>Tells how far the watch is.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="isInitialEnd">Whether all objects that were there have been told now.</param>
    public JsonObject Bookmark(long revision, bool isInitialEnd)
    {
        var metadata = new JsonObject { ["resourceVersion"] = revision.ToString(CultureInfo.InvariantCulture), ["creationTimestamp"] = null };
        if (isInitialEnd)
        {
            metadata["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" };
        }

        return new()
        {
            ["type"] = "BOOKMARK",
            ["object"] = new JsonObject { ["kind"] = resource.Kind, ["apiVersion"] = resource.ApiVersion, ["metadata"] = metadata },
        };
    }

    // The last state, with the version of the change that made it leave.
    private static JsonObject AsOf(JsonObject value, long revision)
    {
        var last = (JsonObject)value.DeepClone();
        last["metadata"]!["resourceVersion"] = revision.ToString(CultureInfo.InvariantCulture);
        return last;
    }
}
