using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Kube;
using Ray.Operator.Yaml;

namespace Ray.Operator.Tests.Validation;

/// <summary>The samples are valid by the schemas of the definition, as an API server judges them.</summary>
public sealed class SchemaSampleTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));
    private static readonly string s_definition = Read(Path.Combine(s_root, "crd/ray.io_rayclusters.yaml")).ToJsonString();

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Path.Combine(s_root, "samples"), "ray-cluster.*.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(s_root, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_valid_and_loses_nothing(string file)
    {
        var manifest = Read(Path.Combine(s_root, file));
        var schema = SchemaOf(manifest);
        schema.ApplyDefaults(manifest);

        Assert.Empty(schema.Prune(manifest));
        Assert.Empty(schema.Validate(manifest));
    }

    [Fact]
    public void A_misspelt_field_is_found_and_a_wrong_type_is_told()
    {
        var manifest = Read(Path.Combine(s_root, "samples/ray-cluster.complete.yaml"));
        manifest["spec"]!["headGroupSpec"]!["rayStartParam"] = new JsonObject();
        manifest["spec"]!["workerGroupSpecs"]![0]!["replicas"] = "two";
        var schema = SchemaOf(manifest);

        Assert.Equal(["spec.headGroupSpec.rayStartParam"], schema.Prune(manifest));
        Assert.Equal("spec.workerGroupSpecs[0].replicas", Assert.Single(schema.Validate(manifest)).Path);
    }

    [Fact]
    public void A_large_object_is_judged_within_milliseconds()
    {
        var manifest = Read(Path.Combine(s_root, "samples/ray-cluster.complete.yaml"));
        var groups = manifest["spec"]!["workerGroupSpecs"]!.AsArray();
        for (var i = 0; manifest.ToJsonString().Length < 50_000; i++)
        {
            var group = groups[0]!.DeepClone();
            group["groupName"] = $"copy-{i}";
            groups.Add(group);
        }

        var schema = SchemaOf(manifest);
        var value = JsonNode.Parse(manifest.ToJsonString());
        Assert.Empty(schema.Validate(value));

        // The best of many: the code is compiled for speed only after a while, and whatever else the machine does is not ours.
        var best = Enumerable.Range(0, 2_000).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            schema.Validate(value);
            return Stopwatch.GetElapsedTime(start);
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{best.TotalMicroseconds:0} µs");
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromMilliseconds(5));
    }

    private static StructuralSchema SchemaOf(JsonObject manifest) =>
        StructuralSchema.OfDefinition(s_definition, ((string)manifest["apiVersion"]!).Split('/')[1]);

    private static JsonObject Read(string path) => YamlJson.Of(YamlReader.Read(File.ReadAllText(path))!)!.AsObject();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
