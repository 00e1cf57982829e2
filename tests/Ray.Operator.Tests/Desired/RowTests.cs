using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube;
using Ray.Api;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.Tests.Support;
using Ray.Operator.Yaml;

namespace Ray.Operator.Tests.Desired;

/// <summary>
/// The rules for pods and their service, one a file in the folder <c>Rows</c>, named after its section in the specification of KubeRay's
/// behaviour. A file changes a plain cluster or the settings; beside it stands what that changes in the head pod, the worker pod and the
/// head service. The three objects of the plain cluster stand there in full.
/// </summary>
public sealed class RowTests
{
    private static readonly string s_folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Rows");
    private static readonly JsonObject s_base = Json("base.yaml");

    public static TheoryData<string> Rows => [.. Directory.EnumerateFiles(s_folder, "*.yaml")
        .Select(path => Path.GetFileNameWithoutExtension(path)!).Where(name => name != "base").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_changes_this_and_nothing_else(string name)
    {
        var row = Json(name + ".yaml");
        var before = Objects(s_base, new JsonObject());
        var text = new StringBuilder($"# {row["row"]}\n");
        foreach (var (kind, after) in Objects(Merge(s_base, row["cluster"])!.AsObject(), row))
        {
            // The hash differs with every change of the spec.
            var difference = Flattened.Difference(before[kind], after)
                .Where(line => !line.Contains(RayAnnotations.UpgradeStrategyRecreateHash, StringComparison.Ordinal))
                .ToList();
            text.Append(kind).Append(difference.Count == 0 ? ": as before\n" : ":\n");
            difference.ForEach(line => text.Append("  ").Append(line).Append('\n'));
        }

        GoldenText.Matches(Path.Combine(s_folder, name + ".expected.txt"), text.ToString());
    }

    [Theory]
    [InlineData("head pod")]
    [InlineData("worker pod")]
    [InlineData("head service")]
    public void A_plain_cluster_has(string kind) => GoldenText.Matches(
        Path.Combine(s_folder, $"base.{kind.Replace(' ', '-')}.txt"),
        string.Join('\n', Flattened.Of(Objects(s_base, new JsonObject())[kind])) + "\n");

    [Fact]
    public void No_expectation_is_left_over() => Assert.Equal(
        Rows.Select(row => row.Data).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(s_folder, "*.expected.txt").Select(path => Path.GetFileName(path)[..^".expected.txt".Length])
            .Order(StringComparer.Ordinal));

    private static Dictionary<string, JsonNode> Objects(JsonObject manifest, JsonObject row)
    {
        var cluster = manifest.Deserialize(RayJsonContext.Default.RayCluster)!;
        var settings = Settings(row["settings"] as JsonObject);
        var worker = WorkerPod.Build(cluster, cluster.Spec!.WorkerGroupSpecs![0], settings, Replica(row["replica"] as JsonObject));
        return new()
        {
            ["head pod"] = JsonSerializer.SerializeToNode(HeadPod.Build(cluster, settings), KubeJsonContext.Default.V1Pod)!,
            ["worker pod"] = JsonSerializer.SerializeToNode(worker, KubeJsonContext.Default.V1Pod)!,
            ["head service"] = JsonSerializer.SerializeToNode(HeadService.Build(cluster, settings), KubeJsonContext.Default.V1Service)!,
        };
    }

    private static WorkerReplica? Replica(JsonObject? row) =>
        row is null ? null : new((int)(long)row["index"]!, (string?)row["name"], (int?)(long?)row["host"]);

    // As in a configuration file; JSON is YAML.
    private static OperatorSettings Settings(JsonObject? row)
    {
        var fields = new JsonObject { ["apiVersion"] = "config.ray.io/v1alpha1", ["kind"] = "Configuration" };
        var file = ConfigurationFile.Parse("settings", Merge(fields, row)!.ToJsonString());
        var reading = new OptionsReader("1.2.3", new Dictionary<string, string>(), new Dictionary<string, string?>(), file).Read();
        Assert.Empty(reading.Errors);
        return reading.Options.Settings;
    }

    // JSON merge patch: null removes, lists are replaced.
    private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject members)
        {
            return patch is null ? target?.DeepClone() : patch.DeepClone();
        }

        var result = target is JsonObject old ? (JsonObject)old.DeepClone() : [];
        foreach (var (name, value) in members)
        {
            if (value is null)
            {
                result.Remove(name);
            }
            else
            {
                result[name] = Merge(result[name], value);
            }
        }

        return result;
    }

    private static JsonObject Json(string file) =>
        YamlJson.Of(YamlReader.Read(File.ReadAllText(Path.Combine(s_folder, file)))!)!.AsObject();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
