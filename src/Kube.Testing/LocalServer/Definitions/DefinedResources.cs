using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>What a CustomResourceDefinition defines.</summary>
internal static class DefinedResources
{
    public const string StorageKey = "customresourcedefinitions.apiextensions.k8s.io";

    /// <summary>The versions that are served.</summary>
    public static IReadOnlyList<ApiResource> Of(JsonObject definition)
    {
        var spec = (JsonObject)definition["spec"]!;
        return [.. ((JsonArray)spec["versions"]!).OfType<JsonObject>().Where(version => version["served"]?.ToString() == "true").Select(version => Of(spec, version))];
    }

    private static ApiResource Of(JsonObject spec, JsonObject version)
    {
        var names = (JsonObject)spec["names"]!;
        var kind = names["kind"]!.ToString();
        var schema = (JsonObject)version["schema"]!["openAPIV3Schema"]!;
        using var document = JsonDocument.Parse(schema.ToJsonString());
        return new(spec["group"]!.ToString(), version["name"]!.ToString(), names["plural"]!.ToString(), kind, spec["scope"]!.ToString() == "Namespaced")
        {
            Singular = names["singular"]?.ToString() ?? kind.ToLowerInvariant(),
            ListKind = names["listKind"]?.ToString() ?? kind + "List",
            ShortNames = Texts(names["shortNames"]),
            Categories = Texts(names["categories"]),
            HasStatus = version["subresources"]?["status"] is not null,
            Scale = version["subresources"]?["scale"] is JsonObject scale ? ScaleOf(scale) : null,
            Schema = StructuralSchema.Parse(document.RootElement),
            Topology = new SchemaTopology((JsonObject)schema.DeepClone()),
            HasGeneration = true,
            NeedsConversion = spec["conversion"]?["strategy"]?.ToString() == "Webhook",
            Columns = [.. (version["additionalPrinterColumns"] as JsonArray ?? []).OfType<JsonObject>().Select(ColumnOf)],
            SelectableFields = [.. (version["selectableFields"] as JsonArray ?? []).Select(field => field!["jsonPath"]!.ToString().TrimStart('.'))],
        };
    }

    private static ScalePaths ScaleOf(JsonObject scale) => new(
        scale["specReplicasPath"]!.ToString().TrimStart('.'), scale["statusReplicasPath"]!.ToString().TrimStart('.'), scale["labelSelectorPath"]?.ToString().TrimStart('.'));

    private static PrinterColumn ColumnOf(JsonObject column) => new(
        column["name"]!.ToString(),
        column["type"]!.ToString(),
        column["jsonPath"]!.ToString(),
        column["format"]?.ToString() ?? "",
        column["description"]?.ToString() ?? "",
        (int?)column["priority"] ?? 0);

    private static string[] Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => item!.ToString())];
}
