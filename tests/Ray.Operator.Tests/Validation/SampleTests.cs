using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Validation;
using Ray.Operator.Yaml;

namespace Ray.Operator.Tests.Validation;

/// <summary>The samples are valid, and the complete one shows every field that the operator acts on.</summary>
public sealed partial class SampleTests
{
    private static readonly string s_folder =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../samples"));

    // Accepted and not acted on.
    private static readonly string[] s_notShown = ["historyServerOptions", "collectorOptions", "tlsOptions", "enabled"];

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(s_folder, "ray-cluster.*.yaml").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_valid(string file) => AssertValid(File.ReadAllText(Path.Combine(s_folder, file)), new());

    [Fact]
    public void The_complete_sample_is_valid_with_everything_that_needs_more() => AssertValid(
        Optional().Replace(Complete(), "$1"),
        new() { RayClusterNetworkPolicy = true, GcsFaultToleranceEmbeddedStorage = true });

    [Fact]
    public void The_complete_sample_shows_every_field()
    {
        var text = Complete();

        Assert.All(
            FieldsOf(RayJsonContext.Default.RayClusterSpec, []).Except(s_notShown),
            field => Assert.Matches($@"\b{field}:", text));
    }

    private static void AssertValid(string text, FeatureGates gates)
    {
        var manifest = YamlJson.Of(YamlReader.Read(text)!)!;
        var cluster = manifest.Deserialize(RayJsonContext.Default.RayCluster)!;

        // What the schema fills in.
        foreach (var group in cluster.Spec!.WorkerGroupSpecs ?? [])
        {
            (group.MinReplicas, group.MaxReplicas) = (group.MinReplicas ?? 0, group.MaxReplicas ?? int.MaxValue);
        }

        var result = ClusterValidator.Validate(cluster, new OperatorSettings { Gates = gates });
        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
    }

    // The members of Ray's own types, whatever they are nested in.
    private static IEnumerable<string> FieldsOf(JsonTypeInfo type, HashSet<Type> seen)
    {
        if (!seen.Add(type.Type))
        {
            yield break;
        }

        foreach (var member in type.Properties)
        {
            yield return member.Name;
            var item = member.PropertyType.IsGenericType ? member.PropertyType.GetGenericArguments()[^1] : member.PropertyType;
            if (item.Namespace == typeof(RayClusterSpec).Namespace && item.IsClass)
            {
                foreach (var nested in FieldsOf(RayJsonContext.Default.GetTypeInfo(item)!, seen))
                {
                    yield return nested;
                }
            }
        }
    }

    private static string Complete() => File.ReadAllText(Path.Combine(s_folder, "ray-cluster.complete.yaml"));

    [GeneratedRegex(@"^( *)#\| ", RegexOptions.Multiline)]
    private static partial Regex Optional();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
