using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Turns watch events into tracked pods, and tells the workers which ones to look at. Used by the watch loop only.</summary>
internal sealed class PodTracker(
    IReadOnlyDictionary<string, string> nodes, PodAddresses addresses, TimeProvider time, int shards, Action<TrackedPod> enqueue)
{
    private readonly Dictionary<string, TrackedPod> pods = new(StringComparer.Ordinal);
    private int created;

    public void Handle(PodEvent podEvent)
    {
        switch (podEvent)
        {
            case PodEvent.Listed listed:
                Replace(listed.Pods);
                break;
            case PodEvent.Changed changed:
                Track(changed.Pod);
                break;
            case PodEvent.Gone gone:
                Forget(PodJson.Uid(gone.Pod));
                break;
        }
    }

    private void Replace(IReadOnlyList<JsonObject> listed)
    {
        foreach (var pod in listed)
        {
            addresses.Reserve(PodJson.PodIp(pod));
        }

        var present = listed.Select(PodJson.Uid).ToHashSet(StringComparer.Ordinal);
        foreach (var uid in pods.Keys.Where(uid => !present.Contains(uid)).ToList())
        {
            Forget(uid);
        }

        foreach (var pod in listed)
        {
            Track(pod);
        }
    }

    private void Track(JsonObject pod)
    {
        // Other nodes, simulated or not, look after their own pods.
        if (PodJson.NodeName(pod) is not { } node || !nodes.ContainsKey(node))
        {
            return;
        }

        var uid = PodJson.Uid(pod);
        if (!pods.TryGetValue(uid, out var tracked))
        {
            tracked = new TrackedPod(pod, PodJson.PodIp(pod) ?? addresses.Next(), created++ % shards, time.GetUtcNow());
            pods.Add(uid, tracked);
        }

        tracked.Update(pod, time.GetUtcNow());
        enqueue(tracked);
    }

    private void Forget(string uid)
    {
        if (pods.Remove(uid, out var tracked))
        {
            tracked.MarkGone();
        }
    }
}
