using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s.Models;
using Kube.Generators.Schema.KubernetesFacts;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>
/// Schemas of Kubernetes types hold exactly what the facts table says. Reads the table and the C# models afresh, by reflection, and walks
/// both beside the schema.
/// </summary>
public class KubernetesFactsTests
{
    private static readonly string[] s_validations = ["enum", "pattern", "minimum", "maxLength", "minLength"];
    private static readonly JsonObject s_table = LoadTable();

    [Theory]
    [InlineData(typeof(V1PodTemplateSpec), 100)]
    [InlineData(typeof(V1Service), 8)]
    [InlineData(typeof(V1Condition), 0)]
    [InlineData(typeof(V1NetworkPolicyIngressRule), 2)]
    [InlineData(typeof(V1IngressSpec), 5)]
    [InlineData(typeof(V1PersistentVolumeClaimSpec), 3)]
    [InlineData(typeof(V1JobSpec), 100)]
    public void SchemaSaysWhatTheTableSays(Type root, int minimumTypes)
    {
        var schema = Generation.Property($"public {root.Name}? Value {{ get; set; }}");
        var seen = new HashSet<Type>();
        Compare(root, schema, root.Name, seen);
        Assert.True(seen.Count > minimumTypes, $"only {seen.Count} types were reached");
    }

    [Fact]
    public void TheGeneratorReadsTheWholeTable()
    {
        Assert.Equal(s_table.Count, FactsTable.Types.Count);
        Assert.Equal(
            s_table.Sum(t => t.Value!["r"]?.AsArray().Count ?? 0), FactsTable.Types.Values.Sum(t => t.Required.Count));
        Assert.Equal(
            s_table.Sum(t => t.Value!["f"]?.AsObject().Count(f => f.Value!["k"] is not null) ?? 0),
            FactsTable.Types.Values.Sum(t => t.Properties.Values.Count(p => p.ListKeys.Count > 0)));
    }

    [Fact]
    public void FieldsNewerThanTheTableAreKept()
    {
        var mount = Generation.Property("public V1VolumeMount? Value { get; set; }");
        Assert.Contains("bindMountOptions", mount["properties"]!.AsObject().Select(p => p.Key));
    }

    private static void Compare(Type type, JsonObject schema, string path, HashSet<Type> seen)
    {
        if (type == typeof(V1ObjectMeta))
        {
            return;
        }

        seen.Add(type);
        var facts = s_table[type.Name];
        var properties = type.GetProperties().Where(p => p.IsDefined(typeof(JsonPropertyNameAttribute))).ToDictionary(NameOf);
        Assert.Equal(properties.Keys.Order(StringComparer.Ordinal), schema["properties"]?.AsObject().Select(p => p.Key) ?? []);
        Assert.Equal(Required(facts, properties), schema["required"].Texts());
        Assert.True((facts?["a"]?.GetValue<int>() == 1) == (schema["x-kubernetes-map-type"] is not null), path);
        foreach (var (name, property) in properties)
        {
            var child = schema["properties"]![name]!.AsObject();
            CompareProperty(facts?["f"]?[name], child, $"{path}.{name}");
            var (inner, innerSchema) = Unwrap(property.PropertyType, child);
            if (inner.Namespace == "k8s.Models" && innerSchema["type"]?.GetValue<string>() == "object")
            {
                Compare(inner, innerSchema, $"{path}.{name}", seen);
            }
        }
    }

    private static IEnumerable<string> Required(JsonNode? facts, Dictionary<string, PropertyInfo> properties) => properties
        .Where(p => p.Value.PropertyType.IsValueType && Nullable.GetUnderlyingType(p.Value.PropertyType) is null)
        .Select(p => p.Key)
        .Except(facts?["o"].Texts() ?? [])
        .Union(facts?["r"].Texts() ?? [])
        .Order(StringComparer.Ordinal);

    private static void CompareProperty(JsonNode? facts, JsonObject schema, string path)
    {
        Assert.True(JsonNode.DeepEquals(facts?["d"], schema["default"]), $"default of {path}");
        Assert.Equal(facts?["k"].Texts() ?? [], schema["x-kubernetes-list-map-keys"].Texts());
        var listType = facts?["k"] is not null ? "map" : facts?["lt"]?.GetValue<string>() == "set" ? "set" : null;
        Assert.Equal(listType, schema["x-kubernetes-list-type"]?.GetValue<string>());
        if (facts?["mt"] is { } mapType)
        {
            Assert.Equal(mapType.GetValue<string>(), schema["x-kubernetes-map-type"]!.GetValue<string>());
        }

        Assert.All(
            s_validations.Where(v => facts?[v] is not null), v => Assert.True(JsonNode.DeepEquals(facts![v], schema[v]), $"{v} of {path}"));
    }

    private static (Type Type, JsonObject Schema) Unwrap(Type type, JsonObject schema)
    {
        while (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            schema = (schema["items"] ?? schema["additionalProperties"])!.AsObject();
            type = type.GetGenericArguments()[^1];
        }

        return (type, schema);
    }

    private static string NameOf(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;

    private static JsonObject LoadTable()
    {
        using var stream = typeof(CustomResourceGenerator).Assembly.GetManifestResourceStream("kubernetes-facts.json")!;
        var table = JsonNode.Parse(stream)!.AsObject();
        Assert.Equal(FactsTable.Version, table["kubernetes"]!.GetValue<string>());
        table.Remove("kubernetes");
        return table;
    }
}
