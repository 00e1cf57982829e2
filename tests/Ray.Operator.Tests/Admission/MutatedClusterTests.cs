using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Runtime.Webhooks;
using Ray.Api;
using Ray.Api.V1Alpha1;
using Ray.Operator.RayClusters.Admission;
using Ray.Operator.Tests.Support;
using Ray.Operator.Yaml;

namespace Ray.Operator.Tests.Admission;

/// <summary>
/// Clusters that no schema would let pass, in memory: what can be read at all is converted both ways and judged without an exception, or is refused
/// by an exception that says where.
/// </summary>
public sealed class MutatedClusterTests
{
    private const int Count = 500;

    private static readonly string s_samples = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../samples"));

    [Theory]
    [InlineData("v1alpha1/ray-cluster.complete.yaml", 1)]
    [InlineData("v1alpha1/ray-cluster.heterogeneous.yaml", 2)]
    public void A_spoke_is_converted_or_refused(string sample, int seed) => Each(sample, seed, json =>
    {
        var spoke = JsonSerializer.Deserialize(json, RayV1Alpha1JsonContext.Default.RayCluster);
        if (spoke is not null)
        {
            RayClusterConversion.FromHub(RayClusterConversion.ToHub(spoke));
        }
    });

    [Theory]
    [InlineData("ray-cluster.complete.yaml", 3)]
    [InlineData("ray-cluster.heterogeneous.yaml", 4)]
    public void A_hub_is_converted_judged_or_refused(string sample, int seed) => Each(sample, seed, json =>
    {
        if (JsonSerializer.Deserialize(json, RayJsonContext.Default.RayCluster) is { } hub)
        {
            RayClusterConversion.ToHub(RayClusterConversion.FromHub(hub));
            foreach (var version in new[] { "v1", "v1alpha1" })
            {
                ClusterAdmission.Decide(new() { Operation = AdmissionOperation.Update, Object = hub, OldObject = hub, RequestedVersion = version }, new());
            }
        }
    });

    private static void Each(string sample, int seed, Action<byte[]> act)
    {
        var mutator = new JsonMutator(seed);
        var original = Assert.IsType<JsonObject>(YamlJson.Of(YamlReader.Read(File.ReadAllText(Path.Combine(s_samples, sample)))!));
        for (var index = 0; index < Count; index++)
        {
            var json = mutator.Mutate(original);
            try
            {
                act(json);
            }
            catch (Exception e) when (e is JsonException or NotSupportedException)
            {
                // Refused with its place. The reader of int-or-string throws the second.
            }
            catch (Exception e)
            {
                Assert.Fail($"{e}\n{Encoding.UTF8.GetString(json)}");
            }
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
