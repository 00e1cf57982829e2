using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>The form in which a client wants objects: whole, their metadata only, or as rows of a table.</summary>
internal sealed class Presentation(ApiResource resource, string accept, TimeProvider time)
{
    private readonly bool _isTable = accept.Contains("as=Table", StringComparison.Ordinal);
    private readonly bool _isMetadata = accept.Contains("as=PartialObjectMetadata", StringComparison.Ordinal);

    public JsonObject Object(JsonObject value) => _isTable ? Table([value], new JsonObject { ["resourceVersion"] = ObjectMeta.Version(value) }) : _isMetadata ? Metadata(value) : value;

    public JsonObject List(IReadOnlyList<JsonObject> items, JsonObject metadata)
    {
        if (_isTable)
        {
            return Table(items, metadata);
        }

        return new()
        {
            ["kind"] = _isMetadata ? "PartialObjectMetadataList" : resource.ListKind,
            ["apiVersion"] = _isMetadata ? "meta.k8s.io/v1" : resource.ApiVersion,
            ["metadata"] = metadata,
            ["items"] = new JsonArray([.. items.Select(Item)]),
        };
    }

    // Items of lists of built-in kinds do not say their kind; custom resources do.
    private JsonNode Item(JsonObject item)
    {
        var copy = (JsonObject)(_isMetadata ? Metadata(item) : item).DeepClone();
        if (!resource.IsCustom && !_isMetadata)
        {
            copy.Remove("kind");
            copy.Remove("apiVersion");
        }

        return copy;
    }

    private static JsonObject Metadata(JsonObject value) => new()
    {
        ["kind"] = "PartialObjectMetadata",
        ["apiVersion"] = "meta.k8s.io/v1",
        ["metadata"] = value["metadata"]!.DeepClone(),
    };

    private JsonObject Table(IReadOnlyList<JsonObject> items, JsonObject metadata)
    {
        var columns = TableColumns.Of(resource);
        return new()
        {
            ["kind"] = "Table",
            ["apiVersion"] = "meta.k8s.io/v1",
            ["metadata"] = metadata,
            ["columnDefinitions"] = new JsonArray([.. columns.Select(column => column.Describe())]),
            ["rows"] = new JsonArray([.. items.Select(item => new JsonObject
            {
                ["cells"] = new JsonArray([.. columns.Select(column => column.Cell(item, time.GetUtcNow()))]),
                ["object"] = Metadata(item),
            })]),
        };
    }
}
