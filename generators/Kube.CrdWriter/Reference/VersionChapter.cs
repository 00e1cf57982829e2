using Kube.Generators.Json;
using Kube.Generators.Schema;
using Kube.Generators.Schema.Paths;

namespace Kube.CrdWriter.Reference;

/// <summary>One version on the page of a kind: how it is served, and its fields.</summary>
internal static class VersionChapter
{
    /// <summary>The lines of the chapter.</summary>
    /// <param name="spec">The spec of the definition.</param>
    /// <param name="version">The version within it.</param>
    public static IEnumerable<string> Write(JsonObject spec, JsonObject version)
    {
        var name = version.Text("name") ?? "";
        var schema = version.Object("schema").Object("openAPIV3Schema");
        var tables = new FieldTables(name);
        return
        [
            "",
            $"## {name}",
            .. schema.Text(Keywords.Description) is { } description ? new[] { "", Markdown.Prose(description) } : [],
            .. Facts(version),
            .. Columns(version),
            "",
            .. Markdown.Head("Field", "Type", "Demands and defaults", "Description"),
            Markdown.Row("`apiVersion`", "string", $"**required**<br>{Markdown.Code($"{spec.Text("group")}/{name}")}", "Group and version."),
            Markdown.Row("`kind`", "string", $"**required**<br>{Markdown.Code(spec.Object("names").Text("kind") ?? "")}", "The kind."),
            Markdown.Row("`metadata`", KubernetesType.ObjectMeta.Link, "**required**", "Name, namespace, labels and annotations."),
            .. Own(schema).Object(Keywords.Properties).Members
                .Select(m => tables.Row(schema, m.Name, (JsonObject)m.Value, SchemaPath.Root.Then(m.Name))),
            .. tables.Inner(Own(schema), SchemaPath.Root),
        ];
    }

    /// <summary>The kind without what all kinds have.</summary>
    private static JsonObject Own(JsonObject schema) => schema.With(
        Keywords.Properties, schema.Object(Keywords.Properties).Without("apiVersion").Without("kind").Without("metadata"));

    private static IEnumerable<string> Facts(JsonObject version)
    {
        var subresources = version.Object("subresources");
        var scale = subresources.Object("scale");
        var selectable = version["selectableFields"] is JsonArray fields ? fields.Items.OfType<JsonObject>().Select(f => f.Text("jsonPath") ?? "") : [];
        List<string?> all =
        [
            version.Is("deprecated") ? $"Deprecated. {Markdown.Prose(version.Text("deprecationWarning") ?? "")}".TrimEnd() : null,
            version.Is("storage") ? "Objects are stored in this version." : null,
            subresources["status"] is null ? null : "`status` is a subresource: writes to the object leave it alone, writes to it leave the rest alone.",
            scale.Members.Count == 0 ? null : $"`kubectl scale` sets {PathOf(scale, "specReplicasPath")} and reads {PathOf(scale, "statusReplicasPath")}"
                + $"{(scale.Text("labelSelectorPath") is { } selector ? $"; pods are selected by {Markdown.Code(selector)}" : "")}.",
            selectable.Any() ? $"Field selectors know {Markdown.Codes(selectable)}." : null,
            .. Limits.Rules(version.Object("schema").Object("openAPIV3Schema")).Select(r => $"Must hold: {r}"),
        ];
        var facts = all.OfType<string>().Select(f => $"- {f}").ToList();
        return facts.Count == 0 ? [] : ["", .. facts];
    }

    private static string PathOf(JsonObject scale, string name) => Markdown.Code(scale.Text(name) ?? "");

    private static IEnumerable<string> Columns(JsonObject version)
    {
        var columns = version["additionalPrinterColumns"] is JsonArray all ? all.Items.OfType<JsonObject>().ToList() : [];
        return columns.Count == 0
            ? []
            : ["", "Columns of `kubectl get`:", "", .. Markdown.Head("Column", "Type", "Shown", "Value"), .. columns.Select(Column)];
    }

    private static string Column(JsonObject column)
    {
        var value = Markdown.Code(column.Text("jsonPath") ?? "");
        return Markdown.Row(
            Markdown.Prose(column.Text("name") ?? ""),
            column.Text("type") ?? "",
            column.Number("priority") > 0 ? "with `-o wide`" : "always",
            column.Text(Keywords.Description) is { } description ? $"{value}<br>{Markdown.Prose(description)}" : value);
    }
}
