using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Kube;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Ray.Operator.Tests.Support;
using Ray.Operator.Yaml;

namespace Ray.Operator.Tests.Commands;

/// <summary>
/// Another implementation of JSON schemas judges the manifests of the tests, and random variations of them, as ours does. What only API servers know is
/// left out on both sides: keys of lists, and the names of objects.
/// </summary>
public sealed class SecondOpinionTests
{
    private const int Variations = 400;

    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    [Theory]
    [InlineData("samples", "v1")]
    [InlineData("samples/v1alpha1", "v1alpha1")]
    [InlineData("tests/Ray.Operator.Tests/Validation/Invalid", "v1")]
    public async Task Every_manifest_gets_the_same_verdict(string folder, string version)
    {
        var judges = await Judges.OfAsync(version);
        var manifests = Clusters(folder).ToList();

        Assert.NotEmpty(manifests);
        Assert.All(manifests, manifest => judges.AssertAgree(manifest));
    }

    [Theory]
    [InlineData("samples/ray-cluster.complete.yaml", "v1", 11)]
    [InlineData("samples/v1alpha1/ray-cluster.complete.yaml", "v1alpha1", 12)]
    public async Task Random_variations_get_the_same_verdict(string file, string version, int seed)
    {
        var judges = await Judges.OfAsync(version);
        var original = Assert.IsType<JsonObject>(YamlJson.Of(YamlReader.Read(await File.ReadAllTextAsync(
            Path.Combine(s_root, file), TestContext.Current.CancellationToken))!));
        var mutator = new JsonMutator(seed);
        var verdicts = Enumerable.Range(0, Variations).Select(_ => judges.AssertAgree(mutator.MutateTree(original))).ToList();

        // Both kinds, or the test would say little.
        Assert.InRange(verdicts.Count(isValid => isValid), 20, Variations - 20);
    }

    private static IEnumerable<JsonObject> Clusters(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(s_root, folder), "*.yaml")
        from document in YamlReader.ReadAll(File.ReadAllText(file))
        let json = YamlJson.Of(document) as JsonObject
        where (string?)json["kind"] == "RayCluster"
        select json;

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private sealed record Judges(StructuralSchema Ours, JsonSchema Theirs)
    {
        public static async Task<Judges> OfAsync(string version)
        {
            var definition = Encoding.UTF8.GetString(Api.V1.RayCluster.CustomResourceDefinition);
            var schema = JsonNode.Parse(definition)!["spec"]!["versions"]!.AsArray()
                .Single(served => (string?)served!["name"] == version)!["schema"]!["openAPIV3Schema"]!.DeepClone();
            Translate(schema);
            return new(
                StructuralSchema.OfDefinition(definition, version),
                await JsonSchema.FromJsonAsync(schema.ToJsonString(), TestContext.Current.CancellationToken));
        }

        /// <summary>Fails when the two do not agree.</summary>
        /// <returns>Whether the value is valid.</returns>
        public bool AssertAgree(JsonObject cluster)
        {
            var json = (JsonObject)cluster.DeepClone();
            Ours.ApplyDefaults(json);
            Ours.Prune(json);
            var ours = Ours.Validate(json)
                .Where(problem => problem.Kind != SchemaProblemKind.DuplicateValue && !problem.Path.StartsWith("metadata", StringComparison.Ordinal))
                .ToList();
            json.Remove("metadata");
            using var reader = new JsonTextReader(new StringReader(json.ToJsonString())) { MaxDepth = null, DateParseHandling = DateParseHandling.None };
            var theirs = Theirs.Validate(JToken.ReadFrom(reader));
            Assert.True(
                ours.Count == 0 == (theirs.Count == 0),
                $"ours: {string.Join("; ", ours)}\ntheirs: {string.Join("; ", theirs)}\n{json.ToJsonString()}");
            return ours.Count == 0;
        }

        // To JSON Schema, nullable and int-or-string are types, and the size of an integer is a pair of bounds.
        private static void Translate(JsonNode? node)
        {
            if (node is JsonObject map)
            {
                if (map["x-kubernetes-int-or-string"] is JsonValue && map["type"] is null)
                {
                    map["type"] = new JsonArray("integer", "string");
                }

                if (map["format"] is JsonValue format && format.TryGetValue<string>(out var size) && size == "int32")
                {
                    map["minimum"] ??= int.MinValue;
                    map["maximum"] ??= int.MaxValue;
                }

                if (map["nullable"] is JsonValue nullable && nullable.TryGetValue<bool>(out var isNullable) && isNullable && map["type"] is JsonValue type)
                {
                    map["type"] = new JsonArray(type.DeepClone(), "null");
                }

                foreach (var (_, child) in map.ToList())
                {
                    Translate(child);
                }
            }
            else if (node is JsonArray list)
            {
                foreach (var child in list)
                {
                    Translate(child);
                }
            }
        }
    }
}
