using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using Ray.Api.V1Alpha1;

namespace Ray.Api.Tests.Support;

/// <summary>Random clusters of both versions; equal seeds give equal clusters.</summary>
internal static class RandomClusters
{
    private static readonly string?[] s_origins = [null, null, "v1", "v1alpha1", "else"];

    public static Api.V1.RayCluster Hub(int seed)
    {
        var random = new Random(seed);
        var cluster = new RandomFiller(random).Fill<Api.V1.RayCluster>();
        Mark(random, cluster.Metadata);
        return cluster;
    }

    public static RayCluster Spoke(int seed)
    {
        var random = new Random(seed);
        var filler = new RandomFiller(random);
        var cluster = filler.Fill<RayCluster>();
        Mark(random, cluster.Metadata);
        if (cluster.Spec is { } spec)
        {
            spec.HeadService = random.Next(8) == 0 ? null : Unruly(random, JsonSerializer.SerializeToNode(filler.Fill<V1Service>(), RayJsonContext.Default.V1Service)!);
            spec.WorkerGroupsSpec = random.Next(5) == 0 ? null : [.. Enumerable.Range(0, random.Next(4)).Select(_ => filler.Fill<WorkerGroupSpec>())];
            spec.HeadGroupSpec?.Template = Template(random, filler);
            foreach (var group in spec.WorkerGroupsSpec ?? [])
            {
                group.Template = Template(random, filler);
            }
        }

        return cluster;
    }

    private static JsonObject? Template(Random random, RandomFiller filler) =>
        random.Next(8) == 0
            ? null
            : Unruly(random, JsonSerializer.SerializeToNode(filler.Fill<V1PodTemplateSpec>(), RayJsonContext.Default.V1PodTemplateSpec)!);

    private static void Mark(Random random, V1ObjectMeta? metadata)
    {
        if (metadata is null)
        {
            return;
        }

        metadata.Name = random.Next(2) == 0 ? "mini" : metadata.Name;
        if (s_origins[random.Next(s_origins.Length)] is { } origin)
        {
            (metadata.Annotations ??= new Dictionary<string, string>())[RayAnnotations.OriginVersion] = origin;
        }
        else
        {
            metadata.Annotations?.Remove(RayAnnotations.OriginVersion);
        }
    }

    // What a schema that keeps everything lets through: unknown members, nulls, numbers where texts are usual, server-side metadata.
    private static JsonObject Unruly(Random random, JsonNode value)
    {
        foreach (var owner in ObjectsIn(value).ToList())
        {
            if (random.Next(6) == 0)
            {
                owner["unknown"] = new JsonObject { ["nothing"] = null, ["list"] = new JsonArray(1, "a", new JsonObject()), ["number"] = 1.5 };
            }

            if (random.Next(10) == 0)
            {
                owner["creationTimestamp"] = null;
            }

            if (owner["resources"] is JsonObject && random.Next(3) == 0)
            {
                owner["resources"] = new JsonObject { ["limits"] = new JsonObject { ["cpu"] = 1, ["memory"] = "01Gi" } };
            }
        }

        return value.AsObject();
    }

    private static IEnumerable<JsonObject> ObjectsIn(JsonNode? node) => node switch
    {
        // What is typed as text by text must stay so.
        JsonObject map when map.All(member => member.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String) => [],
        JsonObject owner => owner.SelectMany(member => ObjectsIn(member.Value)).Prepend(owner),
        JsonArray items => items.SelectMany(ObjectsIn),
        _ => [],
    };
}
