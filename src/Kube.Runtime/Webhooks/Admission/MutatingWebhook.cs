using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace Kube.Runtime.Webhooks;

/// <summary>Lets a reviewer change objects before they are stored, as a <c>MutatingWebhookConfiguration</c> asks for.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
/// <param name="path">Path of the requests, such as <c>/mutate-stable-example-com-v1-crontab</c>.</param>
/// <param name="type">The kind.</param>
/// <param name="reviewer">Who changes the objects, and may refuse them too.</param>
public sealed class MutatingWebhook<T>(string path, ResourceType<T> type, IAdmissionReviewer<T> reviewer) : AdmissionWebhook<T>(path, type, reviewer)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private protected override JsonArray? PatchOf(JsonElement sent, JsonObject before, JsonObject after)
    {
        var changes = JsonPatchDiff.Between(before, after);
        if (changes.Count == 0)
        {
            return null;
        }

        // Objects and lists that only the type's own initialisers brought in are not on the server: a path through them would lead nowhere
        // there, so they are made first.
        var parents = JsonPatchDiff.Between(JsonObject.Create(sent)!, before)
            .Where(step => IsNewContainer(step!) && changes.Any(change => IsBelow(PathOf(change!), PathOf(step!))));
        return [.. parents.Concat(changes).Select(step => step!.DeepClone())];
    }

    private static bool IsNewContainer(JsonNode step) => (string?)step["op"] == "add" && step["value"] is JsonObject or JsonArray;

    private static bool IsBelow(string path, string parent) => path.StartsWith(parent + "/", StringComparison.Ordinal);

    private static string PathOf(JsonNode step) => (string)step["path"]!;
}
