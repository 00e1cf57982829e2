using System.Text.Json;
using System.Text.Json.Nodes;
using Kube;
using Ray.Api;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Status;

/// <summary>
/// The difference of two statuses, as a JSON merge patch. Fields that the C# type does not know are in neither, and so survive.
/// </summary>
/// <param name="Body">Members that differ; null for those to be removed.</param>
internal sealed record StatusPatch(JsonObject Body)
{
    /// <summary>Whether the statuses are equal.</summary>
    public bool IsEmpty => Body.Count == 0;

    /// <summary>Compares.</summary>
    public static StatusPatch Between(RayClusterStatus? before, RayClusterStatus after) =>
        new(Between(ToNode(before ?? new()), ToNode(after)));

    /// <summary>The patch for the whole object.</summary>
    public JsonObject ForObject() => new() { ["status"] = Body.DeepClone() };

    private static JsonObject ToNode(RayClusterStatus status) =>
        JsonSerializer.SerializeToNode(status, KubeJson.TypeInfo<RayClusterStatus>(RayJsonContext.Default))!.AsObject();

    private static JsonObject Between(JsonObject before, JsonObject after)
    {
        var patch = new JsonObject();
        foreach (var (name, value) in after)
        {
            if (value is JsonObject inner && before[name] is JsonObject old)
            {
                if (Between(old, inner) is { Count: > 0 } difference)
                {
                    patch[name] = difference;
                }
            }
            else if (!JsonNode.DeepEquals(before[name], value))
            {
                patch[name] = value?.DeepClone();
            }
        }

        foreach (var (name, _) in before.Where(m => !after.ContainsKey(m.Key)))
        {
            patch[name] = null;
        }

        return patch;
    }
}
