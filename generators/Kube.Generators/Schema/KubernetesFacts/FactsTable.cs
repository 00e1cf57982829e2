using Kube.Generators.Json;

namespace Kube.Generators.Schema.KubernetesFacts;

/// <summary>
/// What the Kubernetes model classes cannot say in C#: required properties, defaults, keys of lists, validations. Keyed by the C# class
/// name. Taken from the Go types of the stable APIs of Kubernetes; <see cref="NewerFields"/> tells of what is not in it.
/// </summary>
internal static class FactsTable
{
    private const string Resource = "kubernetes-facts.json";
    private const string VersionName = "kubernetes";

    /// <summary>
    /// The atomicity that Kubernetes itself declares. The table also marks types with 2, which one Go tool takes for atomic because of a
    /// field embedded in them; the API server does not, so neither do we.
    /// </summary>
    private const string Atomic = "1";

    private static readonly Lazy<(string Version, IReadOnlyDictionary<string, TypeFacts> Types)> s_table = new(Load);

    /// <summary>The Kubernetes that the facts are of, such as <c>1.36</c>.</summary>
    public static string Version => s_table.Value.Version;

    /// <summary>Every type of the table.</summary>
    public static IReadOnlyDictionary<string, TypeFacts> Types => s_table.Value.Types;

    public static TypeFacts For(string className) => Types.TryGetValue(className, out var facts) ? facts : TypeFacts.None;

    private static (string Version, IReadOnlyDictionary<string, TypeFacts> Types) Load()
    {
        using var stream = typeof(FactsTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The generator was built without {Resource}.");
        using var reader = new StreamReader(stream);
        var table = JsonReader.Read(reader.ReadToEnd()) as JsonObject
            ?? throw new InvalidOperationException($"{Resource} is no JSON object.");
        var types = table.Members.Where(m => m.Name != VersionName).ToDictionary(m => m.Name, m => TypeOf((JsonObject)m.Value), StringComparer.Ordinal);
        return (table.Text(VersionName) ?? "", types);
    }

    private static TypeFacts TypeOf(JsonObject type) => new(
        new HashSet<string>(Texts(type["r"]), StringComparer.Ordinal),
        new HashSet<string>(Texts(type["o"]), StringComparer.Ordinal),
        type["a"] is JsonNumber { Text: Atomic },
        ((type["f"] as JsonObject) ?? JsonObject.Empty).Members
            .ToDictionary(m => m.Name, m => PropertyOf((JsonObject)m.Value), StringComparer.Ordinal))
    {
        Seen = type.Text("s"),
    };

    private static PropertyFacts PropertyOf(JsonObject property) => new(
        [.. Texts(property["k"])],
        property.Text("lt") == "set",
        property.Text("mt") == "atomic",
        property["d"],
        [.. property.Members.Where(m => m.Name is not ("k" or "lt" or "mt" or "d"))]);

    private static IEnumerable<string> Texts(JsonValue? value) =>
        value is JsonArray array ? array.Items.OfType<JsonString>().Select(s => s.Value) : [];
}
