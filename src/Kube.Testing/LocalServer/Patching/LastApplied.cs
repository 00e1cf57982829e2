using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>
/// The way from <c>kubectl apply</c> to <c>kubectl apply --server-side</c>: what was applied the old way is in an annotation, and whoever applies it
/// as <c>kubectl</c> the new way takes it over without a conflict, and the annotation is kept up to date for a way back.
/// </summary>
internal static class LastApplied
{
    private const string Manager = "kubectl";
    private const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>Fields that may be taken from others: those that the object still has as they were applied.</summary>
    public static FieldSet Allowed(JsonObject live, string manager, ListTopology topology)
    {
        if (manager != Manager || Read(live) is not { } applied)
        {
            return new();
        }

        var (changed, removed) = FieldSets.Compare(applied, live, topology);
        return FieldSets.OfApplied(applied, topology).Except(changed).Except(removed);
    }

    /// <summary>Writes what is applied now into the annotation, if there is one.</summary>
    public static void Renew(JsonObject merged, JsonObject configuration, string manager)
    {
        if (manager != Manager || merged["metadata"]?["annotations"] is not JsonObject annotations || annotations[Annotation] is null)
        {
            return;
        }

        var applied = (JsonObject)configuration.DeepClone();
        var metadata = ObjectMeta.Of(applied);
        metadata.Remove("managedFields");
        (metadata["annotations"] as JsonObject)?.Remove(Annotation);
        annotations[Annotation] = Sorted(applied)!.ToJsonString() + "\n";
    }

    private static JsonObject? Read(JsonObject live)
    {
        try
        {
            return live["metadata"]?["annotations"]?[Annotation] is { } text ? JsonNode.Parse(text.ToString()) as JsonObject : null;
        }
        catch (JsonException)
        {
            // Somebody else wrote it.
            return null;
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
