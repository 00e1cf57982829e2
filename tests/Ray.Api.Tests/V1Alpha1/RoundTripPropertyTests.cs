using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using k8s.Models;
using Ray.Api.Tests.Support;
using Ray.Api.V1Alpha1;

namespace Ray.Api.Tests.V1Alpha1;

/// <summary>
/// Conversion of random clusters loses nothing. Set RAY_API_ROUND_TRIPS to their number; 100000 takes some minutes.
/// </summary>
public class RoundTripPropertyTests
{
    private static readonly int s_count =
        int.TryParse(Environment.GetEnvironmentVariable("RAY_API_ROUND_TRIPS"), CultureInfo.InvariantCulture, out var count) ? count : 2000;

    // The other properties build on the two identities and are checked on fewer clusters.
    private static readonly int s_fewer = Math.Max(1, s_count / 5);

    [Fact]
    public void A_v1alpha1_cluster_comes_back_from_v1_as_it_was() =>
        Check(s_count, seed =>
        {
            var spoke = RandomClusters.Spoke(seed);
            AssertSame(Json(spoke), Json(RayClusterConversion.FromHub(RayClusterConversion.ToHub(spoke))));
        });

    [Fact]
    public void A_v1_cluster_comes_back_from_v1alpha1_as_it_was() =>
        Check(s_count, seed =>
        {
            var hub = RandomClusters.Hub(seed);
            AssertSame(Json(hub), Json(RayClusterConversion.ToHub(RayClusterConversion.FromHub(hub))));
        });

    [Fact]
    public void Every_further_trip_gives_the_same()
    {
        Check(s_fewer, seed =>
        {
            var hub = RayClusterConversion.ToHub(RandomClusters.Spoke(seed));
            AssertSame(Json(hub), Json(RayClusterConversion.ToHub(RayClusterConversion.FromHub(hub))));

            var spoke = RayClusterConversion.FromHub(RandomClusters.Hub(seed));
            AssertSame(Json(spoke), Json(RayClusterConversion.FromHub(RayClusterConversion.ToHub(spoke))));
        });
    }

    [Fact]
    public void What_is_written_over_a_converted_cluster_is_read_as_written()
    {
        Check(s_fewer, seed =>
        {
            // Everything is new but the annotation, which is as stale as can be.
            var spoke = RandomClusters.Spoke(seed);
            Keep(RayClusterConversion.FromHub(RandomClusters.Hub(seed + 1)).Metadata, spoke.Metadata);
            AssertSame(Bare(spoke), Bare(RayClusterConversion.FromHub(RayClusterConversion.ToHub(spoke))));

            var hub = RandomClusters.Hub(seed);
            Keep(RayClusterConversion.ToHub(RandomClusters.Spoke(seed + 1)).Metadata, hub.Metadata);
            AssertSame(Bare(hub), Bare(RayClusterConversion.ToHub(RayClusterConversion.FromHub(hub))));
        });
    }

    [Fact]
    public void An_edit_in_v1alpha1_changes_nothing_else_in_v1()
    {
        Check(s_fewer, seed =>
        {
            var hub = RandomClusters.Hub(seed);
            var spoke = RayClusterConversion.FromHub(hub);
            if (spoke.Spec?.WorkerGroupsSpec is not { Count: > 0 } groups || !AreNamed(groups))
            {
                return;
            }

            groups[0].Replicas = 77;
            spoke.Spec.RayVersion = "2.99.0";
            (hub.Spec!.WorkerGroupSpecs![0].Replicas, hub.Spec.RayVersion) = (77, "2.99.0");
            AssertSame(Json(hub), Json(RayClusterConversion.ToHub(spoke)));
        });
    }

    [Fact]
    public void An_edit_in_v1_changes_nothing_else_in_v1alpha1()
    {
        Check(s_fewer, seed =>
        {
            var spoke = RandomClusters.Spoke(seed);
            var hub = RayClusterConversion.ToHub(spoke);
            if (hub.Spec?.WorkerGroupSpecs is not { Count: > 0 } groups || !AreNamed(spoke.Spec!.WorkerGroupsSpec!))
            {
                return;
            }

            groups[0].MaxReplicas = 77;
            hub.Spec.RayVersion = "2.99.0";
            (spoke.Spec!.WorkerGroupsSpec![0].MaxReplicas, spoke.Spec.RayVersion) = (77, "2.99.0");
            AssertSame(Json(spoke), Json(RayClusterConversion.FromHub(hub)));
        });
    }

    [Fact]
    public void Conversion_leaves_its_argument_alone_and_shares_nothing_with_it()
    {
        Check(s_fewer, seed =>
        {
            var spoke = RandomClusters.Spoke(seed);
            var (before, hub) = (Json(spoke), RayClusterConversion.ToHub(spoke));
            (hub.Metadata.Annotations ?? new Dictionary<string, string>())["a"] = "b";
            hub.Spec?.HeadGroupSpec?.RayStartParams?.Clear();
            AssertSame(before, Json(spoke));
        });
    }

    private static void Check(int count, Action<int> property) => Gen.Int.Sample(property, iter: count, threads: 1);

    private static bool AreNamed(IList<WorkerGroupSpec> groups) =>
        groups.All(group => group.GroupName is not null) && groups.DistinctBy(group => group.GroupName).Count() == groups.Count;

    private static void Keep(V1ObjectMeta from, V1ObjectMeta to)
    {
        if (from.Annotations?.TryGetValue(RayAnnotations.Conversion, out var remainder) == true)
        {
            (to.Annotations ??= new Dictionary<string, string>())[RayAnnotations.Conversion] = remainder;
        }
    }

    private static JsonObject Json(RayCluster cluster) => JsonSerializer.SerializeToNode(cluster, RayCluster.ResourceType.Json)!.AsObject();

    private static JsonObject Json(Api.V1.RayCluster cluster) => JsonSerializer.SerializeToNode(cluster, Api.V1.RayCluster.ResourceType.Json)!.AsObject();

    private static JsonObject Bare(RayCluster cluster) => Bare(Json(cluster));

    private static JsonObject Bare(Api.V1.RayCluster cluster) => Bare(Json(cluster));

    private static JsonObject Bare(JsonObject json)
    {
        if (json["metadata"]?["annotations"] is JsonObject annotations && annotations.Remove(RayAnnotations.Conversion) && annotations.Count == 0)
        {
            json["metadata"]!.AsObject().Remove("annotations");
        }

        return json;
    }

    private static void AssertSame(JsonObject expected, JsonObject actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{expected.ToJsonString()}\n{actual.ToJsonString()}");
}
