using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>One pod (one uid) as the nodes know it.</summary>
internal sealed class TrackedPod(JsonObject pod, string ip, int shard, DateTimeOffset firstSeen)
{
    private JsonObject latest = pod;
    private int queued;

    /// <summary>The address set aside for it.</summary>
    public string Ip { get; } = ip;

    /// <summary>The worker that handles it: always the same one, so that no pod is handled twice at once.</summary>
    public int Shard { get; } = shard;

    public DateTimeOffset FirstSeen { get; } = firstSeen;

    public DateTimeOffset? DeletionSeen { get; private set; }

    /// <summary>The object is gone; what is still queued for it is void.</summary>
    public bool Gone { get; private set; }

    /// <summary>Failed requests since the last success. Its worker's own.</summary>
    public int FailedRequests { get; set; }

    /// <summary>Wakes its worker. Its worker's own.</summary>
    public ITimer? Timer { get; set; }

    public void Update(JsonObject pod, DateTimeOffset now)
    {
        if (DeletionSeen is null && PodJson.IsDeleting(pod))
        {
            DeletionSeen = now;
        }

        Volatile.Write(ref latest, pod);
    }

    public void MarkGone() => Gone = true;

    /// <summary>True when it was not queued before: a queued pod need not be queued twice.</summary>
    public bool MarkQueued() => Interlocked.Exchange(ref queued, 1) == 0;

    /// <summary>The newest state. What comes after this call is queued anew.</summary>
    public JsonObject Take()
    {
        Interlocked.Exchange(ref queued, 0);
        return Volatile.Read(ref latest);
    }
}
