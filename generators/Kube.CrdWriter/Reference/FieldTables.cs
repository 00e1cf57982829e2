using Kube.Generators.Json;
using Kube.Generators.Schema;
using Kube.Generators.Schema.Paths;

namespace Kube.CrdWriter.Reference;

/// <summary>The fields of one version: a table for each object, from the outside in.</summary>
/// <param name="version">Name of the version. All its anchors begin with it.</param>
internal sealed class FieldTables(string version)
{
    /// <summary>The table of an object, and after it those of the objects within.</summary>
    public IEnumerable<string> Write(JsonObject schema, SchemaPath path) =>
    [
        "",
        Markdown.Anchor(AnchorOf(path)),
        "",
        $"### {version}: {path.ToString().TrimStart('.')}",
        .. schema.Text(Keywords.Description) is { } description ? new[] { "", Markdown.Prose(description) } : [],
        .. RuleList(schema),
        "",
        .. Markdown.Head("Field", "Type", "Demands and defaults", "Description"),
        .. schema.Object(Keywords.Properties).Members.Select(m => Row(schema, m.Name, (JsonObject)m.Value, path.Then(m.Name))),
        .. Inner(schema, path),
    ];

    /// <summary>The tables of the objects within an object.</summary>
    public IEnumerable<string> Inner(JsonObject schema, SchemaPath path) =>
        from member in schema.Object(Keywords.Properties).Members
        let at = Element((JsonObject)member.Value, path.Then(member.Name))
        where FieldType.HasTable(at.Schema)
        from line in Write(at.Schema, at.Path)
        select line;

    /// <summary>The row of a field.</summary>
    public string Row(JsonObject parent, string name, JsonObject schema, SchemaPath path)
    {
        var element = Element(schema, path);
        // A field with a table has its anchor there.
        var anchor = FieldType.HasTable(element.Schema) ? "" : Markdown.Anchor(AnchorOf(path));
        var limits = Limits.Of(schema);
        // A default is filled in before the server looks for what is missing.
        var mustBeSet = parent.Texts(Keywords.Required).Contains(name) && schema[Keywords.Default] is null;
        return Markdown.Row(
            anchor + Markdown.Code(name),
            FieldType.Of(schema, AnchorOf(element.Path)),
            Markdown.Lines(mustBeSet ? limits.Prepend("**required**") : limits),
            Markdown.Lines(Words(schema)));
    }

    /// <summary>Version and path, as <c>kubectl explain</c> takes it: without a step for items and values.</summary>
    public string AnchorOf(SchemaPath path) => string.Join('.', path.Steps.Where(s => s != SchemaPath.Element).Prepend(version));

    private static IEnumerable<string> RuleList(JsonObject schema)
    {
        var rules = Limits.Rules(schema).ToList();
        return rules.Count == 0 ? [] : ["", "Must hold:", "", .. rules.Select(r => $"- {r}")];
    }

    private static IEnumerable<string> Words(JsonObject schema)
    {
        List<string?> all =
        [
            schema.Text(Keywords.Title) is { } title ? $"**{Markdown.Prose(title)}**" : null,
            schema.Text(Keywords.Description) is { } description ? Markdown.Prose(description) : null,
            schema.Object(Keywords.ExternalDocs) is var docs && docs.Text("url") is { } url
                ? $"[{Markdown.Prose(docs.Text(Keywords.Description) ?? url)}]({url})" : null,
        ];
        return all.OfType<string>();
    }

    /// <summary>What is inside all lists and maps of a field.</summary>
    private static (JsonObject Schema, SchemaPath Path) Element(JsonObject schema, SchemaPath path) =>
        (schema[Keywords.Items] ?? schema[Keywords.AdditionalProperties]) is JsonObject element
            ? Element(element, path.Then(SchemaPath.Element))
            : (schema, path);
}
