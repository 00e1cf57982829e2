using System.Globalization;
using System.Text.Json.Nodes;
using Kube.Generators.Schema.KubernetesFacts;
using KubernetesFacts.Go;

namespace KubernetesFacts;

/// <summary>
/// Turns Go structs into facts under the names of C# classes. <c>r</c>: required properties of reference type; <c>o</c>: optional properties of
/// value type; <c>a</c>: the object is atomic, 1 by its own marker, 2 by that of a struct embedded in it; <c>f</c>: of single properties, <c>k</c>
/// keys of a list map, <c>lt</c> list type (empty when nothing is said), <c>mt</c> map type, <c>d</c> default, and validations by their names;
/// <c>s</c>: the other properties that were there to be read, three characters each. Lists of whole objects, of which no definition consists, are
/// without it.
/// </summary>
/// <param name="packages">All packages.</param>
internal sealed class FactsReader(IReadOnlyList<GoPackage> packages)
{
    private const string Validation = "kubebuilder:validation:";

    // Inside another object only a few plain fields of it are left, and the server knows that of whole objects.
    private static readonly string[] s_left = ["ObjectMeta"];
    private static readonly string[] s_numbers = ["maxLength", "minLength", "maximum", "minimum", "maxItems", "minItems"];

    /// <summary>The table, sorted by class.</summary>
    public JsonObject Read()
    {
        var table = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (package, type) in packages.SelectMany(p => p.Structs.Values.Select(s => (p, s))))
        {
            if (!s_left.Contains(type.Name) && Models.ClassOf(package.Group, package.Version, type.Name) is { } model && Read(package, type, model) is { Count: > 0 } facts)
            {
                table[model.Name] = facts;
            }
        }

        return new JsonObject(table);
    }

    private JsonObject Read(GoPackage package, GoStruct type, Type model)
    {
        var all = Flatten(package, type).ToList();
        var fields = all.Where(f => Models.IsPlainValue(model, f.JsonName) is not null).ToList();
        var properties = fields.Select(f => (f.JsonName, Facts: FactsOf(package, f))).Where(f => f.Facts.Count > 0)
            .OrderBy(f => f.JsonName, StringComparer.Ordinal);
        var facts = new JsonObject();
        Add(facts, "a", Atomicity(package, type));
        Add(facts, "f", new JsonObject(properties.Select(p => KeyValuePair.Create(p.JsonName, (JsonNode?)p.Facts))));
        Add(facts, "o", Names(fields.Where(f => !IsRequired(f) && Models.IsPlainValue(model, f.JsonName) == true)));
        Add(facts, "r", Names(fields.Where(f => IsRequired(f) && Models.IsPlainValue(model, f.JsonName) == false)));
        Add(facts, "s", IsListOfObjects(type) ? null : string.Concat(all.Select(f => f.JsonName).Distinct().Except(NamesIn(facts)).Select(SeenNames.Of)));
        return facts;
    }

    private static IEnumerable<string> NamesIn(JsonObject facts) => (facts["f"] as JsonObject ?? []).Select(f => f.Key)
        .Concat((facts["o"] as JsonArray ?? []).Concat(facts["r"] as JsonArray ?? []).Select(n => n!.GetValue<string>()));

    private static bool IsListOfObjects(GoStruct type) => type.Name.EndsWith("List", StringComparison.Ordinal) && type.Fields.Any(f => f.JsonName == "items");

    /// <summary>The fields, those of embedded structs in their place.</summary>
    private IEnumerable<GoField> Flatten(GoPackage package, GoStruct type) => type.Fields.SelectMany(
        f => !f.IsInline ? [f] : Find(package, f.Type) is var (owner, embedded) ? Flatten(owner, embedded) : []);

    private JsonNode? Atomicity(GoPackage package, GoStruct type) =>
        type.Markers.Value("structType") == "atomic" ? 1
        : type.Fields.Any(f => f.IsInline && Find(package, f.Type)?.Type.Markers.Value("structType") == "atomic") ? 2
        : null;

    /// <summary>The struct that a type name means: in the same package, or in another one that its alias names, as <c>metav1</c> and <c>v1</c> do.</summary>
    private (GoPackage Package, GoStruct Type)? Find(GoPackage package, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var candidates = dot < 0 ? [package]
            : name[..dot] == "metav1" ? packages.Where(p => p.Group == "meta")
            : packages.Where(p => p.Group is "core" or "meta");
        return candidates.Select(p => (p, p.Structs.GetValueOrDefault(name[(dot + 1)..].TrimStart('*'))))
            .Where(f => f.Item2 is not null).Select(f => ((GoPackage, GoStruct)?)(f.p, f.Item2!)).FirstOrDefault();
    }

    /// <summary>In the order of controller-gen: its own markers first, then the general ones, then the tag.</summary>
    private static bool IsRequired(GoField field) =>
        !field.Markers.Has(Validation + "Optional")
        && (field.Markers.Has(Validation + "Required")
            || (!field.Markers.Has("optional", "k8s:optional") && (field.Markers.Has("required", "k8s:required") || !field.IsOmittedWhenEmpty)));

    private static JsonObject FactsOf(GoPackage package, GoField field)
    {
        var facts = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var markers = field.Markers;
        if (package.IsList(field.Type))
        {
            AddList(facts, markers);
        }

        if (markers.Value("mapType") == "atomic")
        {
            facts["mt"] = "atomic";
        }

        if (markers.Value("default", "kubebuilder:default") is { } value && !value.StartsWith("ref(", StringComparison.Ordinal))
        {
            facts["d"] = JsonNode.Parse(value);
        }

        AddValidations(facts, markers);
        return new JsonObject(facts);
    }

    private static void AddList(SortedDictionary<string, JsonNode?> facts, GoMarkers markers)
    {
        switch (markers.Value("listType", "k8s:listType"))
        {
            case "map":
                string[] keys = [.. markers.All("listMapKey").Concat(markers.All("k8s:listMapKey")).Distinct()];
                facts["k"] = new JsonArray([.. keys.Select(k => (JsonNode)k)]);
                break;
            case "set":
                facts["lt"] = "set";
                break;
            case null:
                facts["lt"] = "";
                break;
        }
    }

    private static void AddValidations(SortedDictionary<string, JsonNode?> facts, GoMarkers markers)
    {
        // Formats come from the C# types.
        if (markers.Value(MarkerOf("pattern")) is { } pattern)
        {
            facts["pattern"] = pattern.Trim('`', '"');
        }

        foreach (var name in s_numbers)
        {
            if (markers.Value(MarkerOf(name)) is { } number)
            {
                facts[name] = long.Parse(number, CultureInfo.InvariantCulture);
            }
        }

        if (markers.Value(MarkerOf("enum")) is { } values)
        {
            facts["enum"] = new JsonArray([.. values.Split(';').Select(v => (JsonNode)v)]);
        }
    }

    private static string MarkerOf(string keyword) => Validation + char.ToUpperInvariant(keyword[0]) + keyword[1..];

    private static JsonArray Names(IEnumerable<GoField> fields) =>
        new([.. fields.Select(f => f.JsonName).Distinct().Order(StringComparer.Ordinal).Select(n => (JsonNode)n)]);

    private static void Add(JsonObject facts, string name, JsonNode? value)
    {
        if (value is not null and not JsonArray { Count: 0 } and not JsonObject { Count: 0 })
        {
            facts[name] = value;
        }
    }
}
