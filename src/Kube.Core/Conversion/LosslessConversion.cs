using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;

namespace Kube;

/// <summary>
/// Makes a conversion between a version of a kind, the spoke, and its hub lossless. The functions given map what both versions can say; what
/// the target cannot say is kept in one annotation of it and put back on the way home, except where the target was edited in between: then the
/// edited value wins. Without an edit, spoke to hub to spoke and hub to spoke to hub are identities.
/// </summary>
/// <typeparam name="TSpoke">Type of the version.</typeparam>
/// <typeparam name="THub">Type of the hub.</typeparam>
/// <param name="spoke">The version.</param>
/// <param name="hub">The hub, best the stored version.</param>
/// <param name="toHub">Maps a spoke. Pure: it neither changes its argument nor depends on anything else.</param>
/// <param name="fromHub">Maps a hub. Pure.</param>
/// <param name="annotation">
/// Key of the annotation, such as <c>example.com/conversion</c>. Its value is a JSON list, whose form is nobody else's business. Texts that are
/// no such list count as none.
/// </param>
/// <remarks>
/// The status of a hub is never taken from the annotation, because whoever may write annotations may not therefore write status: give the spoke
/// a status that says all that the hub's does. What the C# types do not know is not converted.
/// </remarks>
public sealed class LosslessConversion<TSpoke, THub>(
    ResourceType<TSpoke> spoke, ResourceType<THub> hub, Func<TSpoke, THub> toHub, Func<THub, TSpoke> fromHub, string annotation)
    where TSpoke : class, IKubernetesObject<V1ObjectMeta>
    where THub : class, IKubernetesObject<V1ObjectMeta>
{
    private const string Status = "status";

    /// <summary>The version.</summary>
    public ResourceType<TSpoke> Spoke => spoke;

    /// <summary>The hub.</summary>
    public ResourceType<THub> Hub => hub;

    /// <summary>Converts to the hub. Pure.</summary>
    /// <param name="value">An object of the version.</param>
    /// <returns>A hub that shares nothing with it.</returns>
    public THub ToHub(TSpoke value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Convert(value, spoke.Json, hub.Json, toHub, fromHub, hubIsTarget: true);
    }

    /// <summary>Converts from the hub. Pure.</summary>
    /// <param name="value">A hub.</param>
    /// <returns>An object of the version that shares nothing with it.</returns>
    public TSpoke FromHub(THub value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Convert(value, hub.Json, spoke.Json, fromHub, toHub, hubIsTarget: false);
    }

    private TTarget Convert<TSource, TTarget>(
        TSource source,
        JsonTypeInfo<TSource> sourceJson,
        JsonTypeInfo<TTarget> targetJson,
        Func<TSource, TTarget> map,
        Func<TTarget, TSource> mapBack,
        bool hubIsTarget)
    {
        var wanted = NodeOf(source, sourceJson);
        var kept = RemainderAnnotation.Take(wanted, annotation);
        var plain = NodeOf(map(wanted.Deserialize(sourceJson)!), targetJson);
        var (target, again) = (kept is null ? null : Restored(plain, kept, hubIsTarget ? Status : null, There)) ?? There(plain);
        if (!hubIsTarget)
        {
            again.Remove(Status);
            wanted.Remove(Status);
        }

        RemainderAnnotation.Put(target, annotation, ConversionRemainder.Between(again, wanted));
        return target.Deserialize(targetJson)!;

        // The target as it reads back, and what would come home from it.
        (JsonObject Target, JsonObject Again) There(JsonObject json)
        {
            var read = json.Deserialize(targetJson)!;
            return (NodeOf(read, targetJson), NodeOf(mapBack(read), sourceJson));
        }
    }

    // What the annotation makes unreadable, for somebody wrote into it, is read without it: an object must not keep all others from being listed.
    private static (JsonObject Target, JsonObject Again)? Restored(
        JsonObject plain, JsonArray kept, string? except, Func<JsonObject, (JsonObject Target, JsonObject Again)> there)
    {
        var restored = (JsonObject)plain.DeepClone();
        RemainderRestore.Into(restored, kept, except);
        try
        {
            return there(restored);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static JsonObject NodeOf<T>(T value, JsonTypeInfo<T> json) => JsonSerializer.SerializeToNode(value, json)!.AsObject();
}
