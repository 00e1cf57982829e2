using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>
/// Stands in for the scheduler: binds pods to the node with the fewest of them among those that take them by selector and taints. Resources, affinity
/// and priorities are not looked at.
/// </summary>
internal sealed class PodBinder(ObjectStore store, TimeProvider time)
{
    // Which pod is on which node, and how many each has. Bindings of our own are counted before the change that tells of them comes.
    private readonly Dictionary<StoreKey, string> _nodes = [];
    private readonly Dictionary<string, int> _load = new(StringComparer.Ordinal);

    public void Handle(StoreEvent change)
    {
        if (change.Key.Resource == "pods")
        {
            if (change.After is null)
            {
                Count(change.Key, "");
            }
            else if (ObjectMeta.TextAt(change.After, "spec.nodeName") is { Length: > 0 } node)
            {
                Count(change.Key, node);
            }

            if (change.After is { } pod)
            {
                Bind(change.Key, pod);
            }
        }
        else if (change.Key.Resource == "nodes" && change.After is not null)
        {
            foreach (var waiting in store.List("pods", null).Items)
            {
                Bind(new("pods", ObjectMeta.Namespace(waiting), ObjectMeta.Name(waiting)), waiting);
            }
        }
    }

    private static bool IsWaiting(JsonObject pod) => ObjectMeta.TextAt(pod, "spec.nodeName").Length == 0
        && ObjectMeta.TextAt(pod, "spec.schedulerName") == "default-scheduler"
        && ObjectMeta.TextAt(pod, "status.phase") == "Pending"
        && !ObjectMeta.IsDeleting(pod);

    private void Bind(StoreKey key, JsonObject pod)
    {
        if (!IsWaiting(pod))
        {
            return;
        }

        lock (store.Gate)
        {
            if (store.Get(key) is not { } present || !IsWaiting(present))
            {
                return;
            }

            var value = (JsonObject)present.DeepClone();
            if (ChooseNode(present) is { } node)
            {
                value["spec"]!["nodeName"] = node;
                Count(key, node);
                PodScheduled.Set(value, "True", null, null, time.GetUtcNow());
                ScheduledEvent.Store(store, present, node, time.GetUtcNow());
            }
            else
            {
                PodScheduled.Set(value, "False", "Unschedulable", "no node takes the pod", time.GetUtcNow());
            }

            if (!JsonNode.DeepEquals(present, value))
            {
                store.Put(key, value);
            }
        }
    }

    private string? ChooseNode(JsonObject pod) => store.List("nodes", null).Items.Where(node => Takes(node, pod)).Select(ObjectMeta.Name)
        .MinBy(name => (_load.GetValueOrDefault(name), name));

    // No node means that the pod has none yet, or is gone.
    private void Count(StoreKey pod, string node)
    {
        if (_nodes.Remove(pod, out var former))
        {
            _load[former]--;
        }

        if (node.Length > 0)
        {
            _nodes[pod] = node;
            _load[node] = _load.GetValueOrDefault(node) + 1;
        }
    }

    private static bool Takes(JsonObject node, JsonObject pod)
    {
        var labels = ObjectMeta.Labels(node);
        var isSelected = (pod["spec"]?["nodeSelector"] as JsonObject ?? []).All(label => labels.GetValueOrDefault(label.Key) == label.Value?.ToString());
        var tolerations = (pod["spec"]?["tolerations"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        return isSelected
            && ObjectMeta.TextAt(node, "spec.unschedulable") != "true"
            && (node["spec"]?["taints"] as JsonArray ?? []).OfType<JsonObject>()
                .Where(taint => taint["effect"]?.ToString() is "NoSchedule" or "NoExecute")
                .All(taint => tolerations.Exists(toleration => Tolerates(toleration, taint)));
    }

    private static bool Tolerates(JsonObject toleration, JsonObject taint) =>
        (toleration["effect"] is not { } effect || effect.ToString() == taint["effect"]?.ToString())
        && (toleration["key"] is not { } key || key.ToString() == taint["key"]?.ToString())
        && (toleration["operator"]?.ToString() == "Exists" || (toleration["value"]?.ToString() ?? "") == (taint["value"]?.ToString() ?? ""));
}
