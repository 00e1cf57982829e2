using System.Net;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>
/// Nodes without machines: plays the kubelet against any API server. Pods that the scheduler binds to these nodes start, become
/// ready, get an address, and end when they are deleted. No container runs. <see cref="SimulatedPodAnnotations"/> and the methods here
/// make pods behave otherwise.
/// </summary>
/// <remarks>The node objects stay when the simulation ends; a later one with the same names takes them over.</remarks>
public sealed class SimulatedNodes : IAsyncDisposable
{
    private const int StatusAttempts = 20;

    private readonly CancellationTokenSource stopping = new();
    private readonly PodAddresses addresses = new();
    private readonly KubeRequests requests;
    private readonly SimulatedNodesOptions options;
    private readonly IReadOnlyDictionary<string, string> nodes;
    private readonly PodWorkers workers;
    private readonly PodWatch watch;

    private SimulatedNodes(KubeRequests requests, SimulatedNodesOptions options, IReadOnlyDictionary<string, string> nodes)
    {
        this.requests = requests;
        this.options = options;
        this.nodes = nodes;
        workers = new PodWorkers(requests, nodes, options);
        watch = new PodWatch(requests, new PodTracker(nodes, addresses, options.Time, options.Concurrency, workers.Enqueue).Handle);
    }

    /// <summary>The names of the nodes.</summary>
    public IReadOnlyList<string> NodeNames => [.. nodes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Ends when the simulation is disposed of, and fails when something goes wrong for good.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Registers the nodes and starts to look after their pods.</summary>
    /// <param name="client">Talks to the API server: base address and credentials are set. It must live longer than the nodes.</param>
    /// <param name="options">The defaults suit most tests.</param>
    /// <param name="cancellationToken">Cancels the start only.</param>
    public static async Task<SimulatedNodes> StartAsync(
        HttpClient client, SimulatedNodesOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulatedNodesOptions();
        var requests = new KubeRequests(client);
        var nodes = new SimulatedNodes(
            requests, options, await NodeRegistration.RegisterAsync(requests, options, cancellationToken));
        await nodes.watch.ListAsync(cancellationToken);
        nodes.Completion = nodes.RunAsync();
        return nodes;
    }

    /// <summary>The pod ends in phase Failed: all containers exit with the code.</summary>
    public Task FailPodAsync(
        string @namespace, string name, string reason = "Error", int exitCode = 1, CancellationToken cancellationToken = default) =>
        EndPodAsync(@namespace, name, new PodEnd(reason, exitCode), cancellationToken);

    /// <summary>The pod ends in phase Succeeded.</summary>
    public Task CompletePodAsync(string @namespace, string name, CancellationToken cancellationToken = default) =>
        EndPodAsync(@namespace, name, new PodEnd("Completed", 0), cancellationToken);

    /// <summary>The pod runs, and its containers are ready or not.</summary>
    public Task SetPodReadyAsync(string @namespace, string name, bool ready, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(@namespace, name, (pod, context) => PodStatuses.Running(pod, context, ready), cancellationToken);

    /// <summary>One container ends and is not started again, while the pod stays in phase Running.</summary>
    public Task TerminateContainerAsync(
        string @namespace, string name, string container, int exitCode = 1, CancellationToken cancellationToken = default)
    {
        var end = new PodEnd(exitCode == 0 ? "Completed" : "Error", exitCode);
        return ChangeStatusAsync(
            @namespace, name, (pod, context) => PodStatuses.WithContainerEnded(pod, context, container, end), cancellationToken);
    }

    /// <summary>Merges any status into the pod's, as a strategic merge patch of the status subresource.</summary>
    public Task SetPodStatusAsync(string @namespace, string name, JsonObject status, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(@namespace, name, (_, _) => (JsonObject)status.DeepClone(), cancellationToken);

    /// <summary>Ends the simulation and waits for its end. Throws what made it fail, if anything did.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Completion;
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        Task[] parts = [FollowAsync(stopping.Token), workers.RunAsync(stopping.Token)];
        try
        {
            await Task.WhenAny(parts);
            await stopping.CancelAsync();
            // A failure comes before a cancellation here, so none is lost.
            await Task.WhenAll(parts);
        }
        catch (OperationCanceledException) when (parts.All(part => !part.IsFaulted))
        {
            // Asked to stop.
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await watch.RunOnceAsync(cancellationToken);
                failures = 0;
            }
            catch (Exception e) when (Failures.CanRetry(e, options.OnError, cancellationToken))
            {
                await Task.Delay(Failures.Delay(failures++), options.Time, cancellationToken);
            }
        }
    }

    private Task EndPodAsync(string @namespace, string name, PodEnd end, CancellationToken cancellationToken) =>
        ChangeStatusAsync(@namespace, name, (pod, context) => PodStatuses.Ended(pod, context, end), cancellationToken);

    // Reads and writes under the resource version, so that the nodes' own writes are neither lost nor overwrite this one.
    private async Task ChangeStatusAsync(
        string @namespace, string name, Func<JsonObject, PodContext, JsonObject> change, CancellationToken cancellationToken)
    {
        var path = $"api/v1/namespaces/{@namespace}/pods/{name}";
        for (var attempt = 1; ; attempt++)
        {
            var pod = await requests.GetAsync(path, cancellationToken);
            var patch = PodWorkers.StatusPatch(pod, change(pod, ContextOf(pod)));
            try
            {
                await requests.PatchAsync(path + "/status", patch, KubeRequests.StrategicMergePatch, cancellationToken);
                return;
            }
            catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.Conflict && attempt < StatusAttempts)
            {
                // Changed in between; decide again on what is there now.
            }
        }
    }

    private PodContext ContextOf(JsonObject pod)
    {
        var now = options.Time.GetUtcNow();
        var host = nodes.GetValueOrDefault(PodJson.NodeName(pod) ?? "", "");
        return new PodContext(now, now, null, TimeSpan.Zero, TimeSpan.Zero, PodJson.PodIp(pod) ?? addresses.Next(), host);
    }
}
