using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Lists objects: all or by pages, now or as they were.</summary>
internal sealed class ObjectReader(ObjectStore store)
{
    public (IReadOnlyList<JsonObject> Items, JsonObject Metadata) List(ApiResource resource, Selection selection, ApiQuery query)
    {
        var (items, revision) = Read(resource, selection, query);
        var chosen = items.Where(selection.Matches).Select(resource.Present).ToList();
        return ContinueToken.Cut(chosen, query.Limit, revision, query.LabelSelector.Length + query.FieldSelector.Length == 0);
    }

    private (IReadOnlyList<JsonObject> Items, long Revision) Read(ApiResource resource, Selection selection, ApiQuery query)
    {
        if (query.Continue.Length > 0)
        {
            var token = ContinueToken.Read(query.Continue);
            var then = store.ListAt(resource.StorageKey, selection.Namespace, token.Revision) ?? throw ApiFailure.Expired(
                "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.");
            return ([.. then.Where(item => string.CompareOrdinal(ContinueToken.OrderOf(item), token.After) > 0)], token.Revision);
        }

        if (query.ResourceVersion is { Length: > 0 } text && text != "0")
        {
            var version = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw ApiFailure.BadRequest($"Invalid value: \"{text}\": strconv.ParseUint: parsing \"{text}\": invalid syntax");
            CheckFuture(version);
            if (query.ResourceVersionMatch == "Exact")
            {
                var then = store.ListAt(resource.StorageKey, selection.Namespace, version) ?? throw ApiFailure.Expired(
                    "The resourceVersion for the provided list is too old.");
                return (then, version);
            }
        }

        return store.List(resource.StorageKey, selection.Namespace);
    }

    private void CheckFuture(long version)
    {
        if (version > store.Revision)
        {
            throw new ApiFailure(504, "Timeout", $"Timeout: Too large resource version: {version}, current: {store.Revision}", new JsonObject
            {
                ["causes"] = new JsonArray(new JsonObject { ["reason"] = "ResourceVersionTooLarge", ["message"] = "Too large resource version" }),
                ["retryAfterSeconds"] = 1,
            });
        }
    }
}
