using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace Kube.Runtime.Webhooks;

/// <summary>Lets a reviewer refuse requests, as a <c>ValidatingWebhookConfiguration</c> asks for. It never changes an object.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
/// <param name="path">Path of the requests, such as <c>/validate-stable-example-com-v1-crontab</c>.</param>
/// <param name="type">The kind.</param>
/// <param name="reviewer">Who judges.</param>
public sealed class ValidatingWebhook<T>(string path, ResourceType<T> type, IAdmissionReviewer<T> reviewer) : AdmissionWebhook<T>(path, type, reviewer)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private protected override JsonArray? PatchOf(JsonElement sent, JsonObject before, JsonObject after) => null;
}
