using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ray.Api;
using Ray.Api.V1Alpha1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Validation;
using Ray.Operator.Yaml;

namespace Ray.Operator.Tests.Validation;

/// <summary>The samples of the API of 2020 are read whole, come back whole, and are valid clusters of v1.</summary>
public sealed class V1Alpha1SampleTests
{
    private static readonly string s_folder =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../samples/v1alpha1"));

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(s_folder, "ray-cluster.*.yaml").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_read_converted_and_brought_back_whole(string file)
    {
        var manifest = YamlJson.Of(YamlReader.Read(File.ReadAllText(Path.Combine(s_folder, file)))!)!;
        var spoke = manifest.Deserialize(RayV1Alpha1JsonContext.Default.RayCluster)!;
        AssertSame(manifest, spoke);

        var hub = RayClusterConversion.ToHub(spoke);
        Assert.True(RayClusterOrigin.IsV1Alpha1(hub));
        Assert.Equal($"{hub.Metadata.Name}-my-svc", hub.Spec!.HeadGroupSpec!.HeadService!.Metadata.Name);
        var result = ClusterValidator.Validate(hub, new OperatorSettings());
        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);

        AssertSame(manifest, RayClusterConversion.FromHub(hub));
    }

    [Fact]
    public void The_samples_are_those_of_2020() => Assert.Equal(
        ["config-map-ray-code.yaml", "ray-cluster.complete.yaml", "ray-cluster.heterogeneous.yaml", "ray-cluster.mini.yaml"],
        Directory.EnumerateFiles(s_folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));

    [Fact]
    public void The_complete_sample_runs_Ray_in_the_container_it_marks()
    {
        var manifest = YamlJson.Of(YamlReader.Read(File.ReadAllText(Path.Combine(s_folder, "ray-cluster.complete.yaml")))!)!;
        var hub = RayClusterConversion.ToHub(manifest.Deserialize(RayV1Alpha1JsonContext.Default.RayCluster)!);

        Assert.Equal("ray-head", hub.Spec!.HeadGroupSpec!.Template!.Spec.Containers[0].Name);
    }

    private static void AssertSame(JsonNode manifest, RayCluster cluster)
    {
        var written = JsonSerializer.SerializeToNode(cluster, RayV1Alpha1JsonContext.Default.RayCluster);
        Assert.True(JsonNode.DeepEquals(manifest, written), $"{manifest}\n{written}");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
