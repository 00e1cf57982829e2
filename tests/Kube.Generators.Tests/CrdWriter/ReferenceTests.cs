using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using k8s.Models;
using Kube.CrdWriter.Reference;
using Kube.Generators.Json;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.CrdWriter;

/// <summary>The words of the pages. A whole page is the golden file everything.md.</summary>
public partial class ReferenceTests
{
    [Theory]
    [InlineData("""{"type":"integer","minimum":1,"maximum":9}""", "1 to 9")]
    [InlineData("""{"type":"integer","minimum":1,"exclusiveMinimum":true,"maximum":9}""", "more than 1, at most 9")]
    [InlineData("""{"type":"integer","maximum":9,"exclusiveMaximum":true}""", "less than 9")]
    [InlineData("""{"type":"number","minimum":0.5,"multipleOf":0.5,"nullable":true}""", "at least 0.5<br>a multiple of 0.5<br>may be null")]
    [InlineData("""{"type":"string","minLength":1}""", "at least 1 character")]
    [InlineData("""{"type":"string","minLength":0,"maxLength":1}""", "at most 1 character")]
    [InlineData("""{"type":"array","minItems":2,"maxItems":2,"items":{"type":"string"}}""", "exactly 2 items")]
    [InlineData("""{"type":"object","minProperties":1,"maxProperties":3}""", "1 to 3 entries")]
    [InlineData("""{"type":"string","default":"","enum":["","a"]}""", "default `\"\"`<br>one of `\"\"`, `a`")]
    [InlineData("""{"type":"integer","default":0,"example":3}""", "default `0`<br>for example `3`")]
    [InlineData("""{"type":"string","pattern":"^a|b$"}""", "matches <code>&#94;a&#124;b&#36;</code>")]
    [InlineData("""{"type":"array","items":{"type":"string","maxLength":5},"x-kubernetes-list-type":"set"}""", "no item twice<br>each item: at most 5 characters")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer","minimum":0},"x-kubernetes-map-type":"atomic"}""", "replaced as a whole<br>each value: at least 0")]
    [InlineData("""{"type":"string","x-kubernetes-validations":[{"rule":"self != 'a_b'","message":"not a_b"}]}""", "`self != 'a_b'`: not a_b")]
    [InlineData("""{"type":"string","x-kubernetes-validations":[{"rule":"self > ''","messageExpression":"'no ' + self"}]}""", "`self > ''`: `'no ' + self`")]
    [InlineData("""{"type":"string","not":{"enum":["x"]}}""", """not: `{"enum":["x"]}`""")]
    public void LimitsAreSaid(string schema, string words) => Assert.Equal(words, Markdown.Lines(Limits.Of(Schema(schema))));

    [Theory]
    [InlineData("""{"type":"integer","format":"int32"}""", "integer (int32)")]
    [InlineData("""{"type":"array","items":{"type":"object","additionalProperties":{"type":"string"}}}""", "list of map of string")]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}}}}""", "list of [object](#here)")]
    [InlineData("""{"type":"object","properties":{"key":{},"name":{},"value":{},"valueFrom":{}}}""", "[EnvVar](https://kubernetes.io/docs/*#envvar-v1-core)")]
    [InlineData("""{"type":"object","properties":{"name":{"description":"A name."},"value":{},"valueFrom":{}}}""", "[object](#here)")]
    [InlineData("""{"x-kubernetes-int-or-string":true}""", "integer or string")]
    [InlineData("""{"x-kubernetes-preserve-unknown-fields":true}""", "any value")]
    [InlineData("""{"type":"object","x-kubernetes-preserve-unknown-fields":true}""", "object with any fields")]
    [InlineData("""{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}""", "object of any kind")]
    public void TypesAreNamed(string schema, string words) => Assert.Equal(words, Version().Replace(FieldType.Of(Schema(schema), "here"), "docs/*#"));

    [Theory]
    [InlineData("a_b is 1*2 [x]", "a_b is 1&#42;2 &#91;x&#93;")]
    [InlineData("- no list\n\n1. nor this\r\n# nor that", "&#45; no list<br>1&#46; nor this<br>&#35; nor that")]
    [InlineData("_x_ <br> a|b", "&#95;x&#95; &#60;br&#62; a&#124;b")]
    public void ProseIsNoMarkup(string text, string written) => Assert.Equal(written, Markdown.Prose(text));

    [Fact]
    public void WhatHasADefaultNeedNotBeSet()
    {
        var page = PageOf("[Required, Default(\"1\")] public int? A { get; set; } [Required] public int? B { get; set; }");
        Assert.Contains("`a` | integer (int32) | default `1` |", page, StringComparison.Ordinal);
        Assert.Contains("`b` | integer (int32) | **required** |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void LinksWithinAPageLeadSomewhere()
    {
        var pages = new[] { Golden.Read("everything.md"), File.ReadAllText(Repository.File("docs/reference/ray.io_rayclusters.md")) };
        Assert.All(pages, page =>
        {
            var links = InnerLink().Matches(page).Select(m => m.Groups[1].Value).ToList();
            var anchors = Place().Matches(page).Select(m => m.Groups[1].Value).ToList();
            Assert.True(links.Count > 5);
            Assert.Equal(anchors.Distinct(), anchors);
            Assert.Empty(links.Except(anchors));
        });
    }

    [Fact]
    public void TypesOfKubernetesAreRecognised()
    {
        var members = KubernetesType.All.Select(t => $"public V1{t.Name}? {t.Name} {{ get; set; }}");
        var page = PageOf(string.Join('\n', members));
        Assert.All(KubernetesType.All, t => Assert.Contains(
            $"{JsonNameOf(t.Name)}` | {t.Link} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void NoTypeOfKubernetesIsTakenForAnother()
    {
        var types = typeof(V1Pod).Assembly.GetExportedTypes().Where(t => t.Namespace == typeof(V1Pod).Namespace && PropertiesOf(t).Any()).ToList();
        Assert.True(types.Count > 500);
        var wrong = from type in types
                    let found = KubernetesType.Find(SchemaOf(type, 2))
                    where found is not null && "V1" + found.Name != type.Name && !IsSame(type.Name, found.Name)
                    select $"{type.Name} is taken for {found.Name}";
        var text = string.Join('\n', wrong);
        Assert.True(text.Length == 0, text);
    }

    // Other versions and other conditions have the same fields.
    private static bool IsSame(string type, string found) => type.EndsWith(found, StringComparison.Ordinal);

    private static string PageOf(string members) =>
        ReferencePage.Render(Schema(Generation.Of(TestKind.WithSpec(members)).Manifest().ToJsonString()));

    private static string JsonNameOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static JsonObject Schema(string json) => (JsonObject)JsonReader.Read(json)!;

    /// <summary>The names of a class's fields, to a depth.</summary>
    private static JsonObject SchemaOf(Type type, int depth) => depth == 0 ? JsonObject.Empty : JsonObject.Of(
        ("properties", JsonObject.Of(PropertiesOf(type).Select(p => new JsonMember(p.Name, SchemaOf(p.Type, depth - 1))))));

    private static IEnumerable<(string Name, Type Type)> PropertiesOf(Type type) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
        where name is not null
        select (name, property.PropertyType);

    [GeneratedRegex(@"docs/reference/generated/kubernetes-api/v[0-9.]+/#")]
    private static partial Regex Version();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex InnerLink();

    [GeneratedRegex(@"(?:^## |<a id="")([^""\s]+)", RegexOptions.Multiline)]
    private static partial Regex Place();
}
