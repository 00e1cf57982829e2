using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube;
using Ray.Api.Tests.Support;
using Ray.Api.V1;

namespace Ray.Api.Tests.V1;

public class RoundTripTests
{
    public static TheoryData<string> TypeNames => [.. WireTypes.All().Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void Every_property_survives(string typeName)
    {
        var type = TypeOf(typeName);
        var info = SharedJson.Of(type);
        var written = JsonSerializer.Serialize(Filler.Fill(type), info);
        var again = JsonSerializer.Serialize(JsonSerializer.Deserialize(written, info), info);

        Assert.Equal(written, again);
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);
        Assert.Equal(properties.Count(), JsonNode.Parse(written)!.AsObject().Count);
    }

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void Null_reads_as_absent_for_every_property(string typeName)
    {
        var info = SharedJson.Of(TypeOf(typeName));
        var nulls = new JsonObject(info.Properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)null)));

        var read = JsonSerializer.Deserialize(nulls.ToJsonString(), info);

        Assert.Equal("{}", JsonSerializer.Serialize(read, info));
    }

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void An_empty_object_and_unknown_members_can_be_read(string typeName)
    {
        var info = SharedJson.Of(TypeOf(typeName));

        Assert.NotNull(JsonSerializer.Deserialize("{}", info));
        Assert.NotNull(JsonSerializer.Deserialize("""{"fromTheFuture":{"a":[1,null,"b"]}}""", info));
    }

    [Fact]
    public void Values_that_an_enumeration_does_not_know_survive()
    {
        const string Json =
            """{"spec":{"upgradeStrategy":{"type":"Rolling"},"authOptions":{"mode":"oidc"}},"status":{"state":"dreaming"}}""";

        var cluster = JsonSerializer.Deserialize(Json, KubeJson.TypeInfo<RayCluster>(RayJsonContext.Default))!;

        Assert.Equal("Rolling", cluster.Spec!.UpgradeStrategy!.Type);
        Assert.Equal("oidc", cluster.Spec.AuthOptions!.Mode);
        Assert.Equal("dreaming", cluster.Status!.State);
    }

    [Fact]
    public void A_new_cluster_says_what_it_is()
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(new RayCluster(), KubeJson.TypeInfo<RayCluster>(RayJsonContext.Default)))!;

        Assert.Equal("ray.io/v1", (string?)json["apiVersion"]);
        Assert.Equal("RayCluster", (string?)json["kind"]);
    }

    [Fact]
    public void Times_are_written_in_whole_seconds()
    {
        var status = new RayClusterStatus { LastUpdateTime = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc) };

        Assert.Equal(
            """{"lastUpdateTime":"2026-01-02T03:04:05Z"}""",
            JsonSerializer.Serialize(status, KubeJson.TypeInfo<RayClusterStatus>(RayJsonContext.Default)));
    }

    private static Type TypeOf(string name) => WireTypes.All().Single(type => type.Name == name);
}
