using Kube.Generators.Json;
using Kube.Generators.Schema;
using Kube.Generators.Yaml;

namespace Kube.CrdWriter.Reference;

/// <summary>The page of one kind for those who write its objects, in Markdown.</summary>
internal static class ReferencePage
{
    /// <summary>Name of the file: that of the definition, with another ending.</summary>
    public static string NameOf(JsonObject manifest) => Path.ChangeExtension(DefinitionText.NameOf(manifest), ".md");

    /// <summary>The whole text, with line feeds.</summary>
    public static string Render(JsonObject manifest)
    {
        var spec = manifest.Object("spec");
        var versions = spec["versions"] is JsonArray all ? all.Items.OfType<JsonObject>().ToList() : [];
        IEnumerable<string> lines =
        [
            $"# {spec.Object("names").Text("kind")}",
            "",
            "<!-- The build writes this page from the types. Edits are lost. -->",
            "",
            .. Summary(spec, versions),
            .. versions.Where(IsServed).SelectMany(v => VersionChapter.Write(spec, v)),
        ];
        return string.Concat(lines.Select(l => l + "\n"));
    }

    private static IEnumerable<string> Summary(JsonObject spec, IReadOnlyList<JsonObject> versions)
    {
        var names = spec.Object("names");
        List<(string Title, string Text)> rows =
        [
            ("Group", Markdown.Code(spec.Text("group") ?? "")),
            ("Names", Markdown.Codes(new[] { names.Text("plural"), names.Text("singular") }.OfType<string>())),
            ("Short names", Markdown.Codes(names.Texts("shortNames"))),
            ("Categories", Markdown.Codes(names.Texts("categories"))),
            ("Scope", spec.Text("scope") ?? ""),
            ("Versions", string.Join(", ", versions.Select(Link))),
            ("Conversion", spec.Object("conversion").Text("strategy") ?? ""),
        ];
        return [.. Markdown.Head("", ""), .. rows.Where(r => r.Text.Length > 0).Select(r => Markdown.Row(r.Title, r.Text))];
    }

    private static string Link(JsonObject version)
    {
        var name = version.Text("name") ?? "";
        return IsServed(version) ? $"[{name}](#{name})" : $"{name} (not served)";
    }

    private static bool IsServed(JsonObject version) => version.Is("served");
}
