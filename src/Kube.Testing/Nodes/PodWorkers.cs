using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Kube.Testing;

/// <summary>Carries out decisions, many pods at a time and each pod by one worker.</summary>
internal sealed class PodWorkers(KubeRequests requests, IReadOnlyDictionary<string, string> nodes, SimulatedNodesOptions options)
{
    private readonly Channel<TrackedPod>[] shards =
        [.. Enumerable.Range(0, options.Concurrency).Select(_ => Channel.CreateUnbounded<TrackedPod>())];

    public void Enqueue(TrackedPod pod)
    {
        if (pod.MarkQueued())
        {
            // An unbounded channel refuses only after its completion, and then nobody waits for the pod any more.
            shards[pod.Shard].Writer.TryWrite(pod);
        }
    }

    /// <summary>Runs until cancelled; the first failure that stays ends all workers.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            shards,
            new ParallelOptions { MaxDegreeOfParallelism = shards.Length, CancellationToken = cancellationToken },
            async (shard, token) => await WorkAsync(shard.Reader, token));

    private async Task WorkAsync(ChannelReader<TrackedPod> reader, CancellationToken cancellationToken)
    {
        await foreach (var tracked in reader.ReadAllAsync(cancellationToken))
        {
            try
            {
                await HandleAsync(tracked, cancellationToken);
                tracked.FailedRequests = 0;
            }
            catch (Exception e) when (Failures.IsStale(e))
            {
                tracked.FailedRequests = 0;
            }
            catch (Exception e) when (Failures.CanRetry(e, options.OnError, cancellationToken))
            {
                Wake(tracked, Failures.Delay(tracked.FailedRequests++));
            }
        }
    }

    private async Task HandleAsync(TrackedPod tracked, CancellationToken cancellationToken)
    {
        var pod = tracked.Take();
        if (tracked.Gone)
        {
            return;
        }

        var path = $"api/v1/namespaces/{PodJson.Namespace(pod)}/pods/{PodJson.Name(pod)}";
        switch (PodDecider.Decide(pod, Context(tracked, pod)))
        {
            case PodDecision.Wait wait:
                Wake(tracked, wait.Delay);
                break;
            case PodDecision.WriteStatus write:
                var patch = StatusPatch(pod, write.Status);
                await requests.PatchAsync(path + "/status", patch, KubeRequests.StrategicMergePatch, cancellationToken);
                break;
            case PodDecision.Remove:
                await requests.DeleteAsync(path, RemoveNow(pod), cancellationToken);
                break;
        }
    }

    /// <summary>A patch that the API server refuses when the pod is no longer the one that was decided on.</summary>
    public static JsonObject StatusPatch(JsonObject pod, JsonObject status) => new()
    {
        ["metadata"] = new JsonObject { ["uid"] = PodJson.Uid(pod), ["resourceVersion"] = PodJson.ResourceVersion(pod) },
        ["status"] = status,
    };

    private static JsonObject RemoveNow(JsonObject pod) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "DeleteOptions",
        ["gracePeriodSeconds"] = 0,
        ["preconditions"] = new JsonObject { ["uid"] = PodJson.Uid(pod) },
    };

    private PodContext Context(TrackedPod tracked, JsonObject pod) => new(
        options.Time.GetUtcNow(),
        tracked.FirstSeen,
        tracked.DeletionSeen,
        options.StartDelay,
        options.TerminationDelay,
        tracked.Ip,
        nodes[PodJson.NodeName(pod)!]);

    private void Wake(TrackedPod tracked, TimeSpan delay)
    {
        tracked.Timer?.Dispose();
        tracked.Timer = options.Time.CreateTimer(_ => Enqueue(tracked), null, delay, Timeout.InfiniteTimeSpan);
    }
}
