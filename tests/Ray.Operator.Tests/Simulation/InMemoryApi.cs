using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;
using Kube;
using Ray.Api.V1;

namespace Ray.Operator.Tests.Simulation;

/// <summary>
/// As much of an API server as a pass over one cluster writes to: creates and deletes pods, applies services, patches statuses.
/// Deterministic
/// names and versions. Reads go through caches, but for a list of pods when the caches are late.
/// </summary>
internal sealed class InMemoryApi : IApiTransport
{
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private int _version = 100;
    private int _names;

    public InMemoryApi(TimeProvider time)
    {
        _time = time;
        Around = new(NextVersion);
    }

    public SortedDictionary<string, V1Pod> Pods { get; } = new(StringComparer.Ordinal);

    /// <summary>The objects around the pods.</summary>
    public InMemoryObjects Around { get; }

    public RayCluster? Cluster { get; set; }

    /// <summary>Every request but those for events: verb and path.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Events that were sent.</summary>
    public List<Eventsv1Event> Events { get; } = [];

    /// <summary>Bodies of status patches.</summary>
    public List<JsonObject> StatusPatches { get; } = [];

    /// <summary>Refuses a request; null lets it pass. With <see cref="FailAfterActing"/> the request takes effect all the same.</summary>
    public Func<ApiRequest, ApiException?> Refuse { get; set; } = _ => null;

    public bool FailAfterActing { get; set; }

    public Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        lock (_lock)
        {
            if (request.Path.StartsWith("/apis/events", StringComparison.Ordinal))
            {
                var sent = JsonSerializer.Deserialize(request.Body.Span, type)!;
                Events.AddRange(new[] { sent }.OfType<Eventsv1Event>().Where(_ => request.Method == HttpMethod.Post));
                return Task.FromResult(sent);
            }

            var refusal = Begin(request);
            try
            {
                var answer = refusal is null || FailAfterActing ? Act(request) : null;
                return refusal is null ? Task.FromResult(Represented<T>(answer)) : Task.FromException<T>(refusal);
            }
            catch (ApiException e)
            {
                return Task.FromException<T>(e);
            }
        }
    }

    // As a server does that is asked for metadata alone.
    private static T Represented<T>(object? answer)
        where T : class => typeof(T) == typeof(PartialObjectMetadata) && answer is IKubernetesObject<V1ObjectMeta> whole
        ? (T)(object)new PartialObjectMetadata { ApiVersion = whole.ApiVersion, Kind = whole.Kind, Metadata = whole.Metadata }
        : (T)answer!;

    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var refusal = Begin(request);
            if (refusal is not null)
            {
                return Task.FromException(refusal);
            }

            if (InMemoryObjects.IsFor(request))
            {
                Around.Act(request);
                return Task.CompletedTask;
            }

            var name = request.Path.Split('/')[^1];
            var uid = JsonNode.Parse(request.Body.Span)!["preconditions"]!["uid"]!.GetValue<string>();
            if (!Pods.TryGetValue(name, out var pod))
            {
                return Task.FromException(new ApiException(System.Net.HttpStatusCode.NotFound, "NotFound", $"pods \"{name}\" not found"));
            }

            Assert.Equal(uid, pod.Metadata.Uid);
            Delete(name);
            return Task.CompletedTask;
        }
    }

    public Task<ResourceList<T>> ListAsync<T>(ApiRequest request, JsonTypeInfo<T> itemType, CancellationToken cancellationToken)
        where T : class
    {
        lock (_lock)
        {
            var refusal = Begin(request);
            return refusal is null
                ? Task.FromResult(new ResourceList<T>([.. Pods.Values.OfType<T>()], NextVersion()))
                : Task.FromException<ResourceList<T>>(refusal);
        }
    }

    public IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => throw new InvalidOperationException($"A pass must not watch: {request.Target}");

    /// <summary>Deletes as the server does: at once when nothing runs, else the pod ends first.</summary>
    public void Delete(string name)
    {
        var pod = Pods[name];
        if (pod.Status?.Phase is "Failed" or "Succeeded" || string.IsNullOrEmpty(pod.Spec.NodeName))
        {
            Pods.Remove(name);
        }
        else
        {
            Change(name, p => p.Metadata.DeletionTimestamp ??= _time.GetUtcNow().UtcDateTime);
        }
    }

    /// <summary>Changes a pod; readers of the old state keep it.</summary>
    public void Change(string name, Action<V1Pod> change)
    {
        var pod = Clone(Pods[name], KubeJsonContext.Default.V1Pod);
        change(pod);
        pod.Metadata.ResourceVersion = NextVersion();
        Pods[name] = pod;
    }

    private ApiException? Begin(ApiRequest request)
    {
        Requests.Add($"{request.Method} {request.Path}");
        return Refuse(request);
    }

    private object Act(ApiRequest request) => request switch
    {
        { Method.Method: "POST" } when request.Path.EndsWith("/pods", StringComparison.Ordinal) => Create(request),
        { Method.Method: "PATCH" } when request.Path.EndsWith("/status", StringComparison.Ordinal) => PatchStatus(request),
        { Method.Method: "PATCH" } when request.Path.Contains("/rayclusters/", StringComparison.Ordinal) => PatchFinalizers(request),
        { Method.Method: "PATCH" } when request.Path.Contains("/pods/", StringComparison.Ordinal) => PatchAnnotations(request),
        _ when InMemoryObjects.IsFor(request) => Around.Act(request),
        _ => throw new InvalidOperationException($"Not simulated: {request.Method} {request.Target}"),
    };

    private V1Pod Create(ApiRequest request)
    {
        var pod = JsonSerializer.Deserialize(request.Body.Span, KubeJsonContext.Default.V1Pod)!;
        pod.Metadata.Name ??= pod.Metadata.GenerateName + (++_names).ToString("00000", CultureInfo.InvariantCulture);
        pod.Metadata.Uid = "uid-" + pod.Metadata.Name;
        pod.Metadata.CreationTimestamp = _time.GetUtcNow().UtcDateTime;
        pod.Metadata.ResourceVersion = NextVersion();
        pod.Spec.RestartPolicy ??= "Always";
        pod.Status = new V1PodStatus { Phase = "Pending" };
        Pods.Add(pod.Metadata.Name, pod);
        return Clone(pod, KubeJsonContext.Default.V1Pod);
    }

    private V1Pod PatchAnnotations(ApiRequest request)
    {
        var metadata = JsonNode.Parse(request.Body.Span)!["metadata"]!;
        var name = request.Path.Split('/')[^1];
        Assert.Equal(Pods[name].Metadata.Uid, metadata["uid"]!.GetValue<string>());
        Change(name, pod =>
        {
            pod.Metadata.Annotations ??= new Dictionary<string, string>();
            foreach (var (key, value) in metadata["annotations"]!.AsObject())
            {
                pod.Metadata.Annotations[key] = value!.GetValue<string>();
            }
        });
        return Pods[name];
    }

    /// <summary>Deletes the cluster: it goes at once, or stays until its finalizers are gone.</summary>
    public void DeleteCluster()
    {
        var cluster = Clone(Cluster!, RayCluster.ResourceType.Json);
        cluster.Metadata.DeletionTimestamp ??= _time.GetUtcNow().UtcDateTime;
        cluster.Metadata.ResourceVersion = NextVersion();
        Cluster = cluster.Metadata.Finalizers is { Count: > 0 } ? cluster : null;
    }

    private RayCluster PatchFinalizers(ApiRequest request)
    {
        var metadata = JsonNode.Parse(request.Body.Span)!["metadata"]!;
        var cluster = Clone(Cluster!, RayCluster.ResourceType.Json);
        if (metadata["resourceVersion"]!.GetValue<string>() != cluster.Metadata.ResourceVersion)
        {
            throw new ApiException(System.Net.HttpStatusCode.Conflict, "Conflict", "the object has been modified");
        }

        cluster.Metadata.Finalizers = [.. metadata["finalizers"]!.AsArray().Select(f => f!.GetValue<string>())];
        cluster.Metadata.ResourceVersion = NextVersion();
        Cluster = cluster.Metadata.DeletionTimestamp is not null && cluster.Metadata.Finalizers.Count == 0 ? null : cluster;
        return cluster;
    }

    private RayCluster PatchStatus(ApiRequest request)
    {
        var patch = JsonNode.Parse(request.Body.Span)!.AsObject();
        StatusPatches.Add(patch);
        var cluster = JsonSerializer.SerializeToNode(Cluster!, RayCluster.ResourceType.Json)!.AsObject();
        Merge(cluster, patch);
        Cluster = cluster.Deserialize(RayCluster.ResourceType.Json)!;
        Cluster.Metadata.ResourceVersion = NextVersion();
        return Clone(Cluster, RayCluster.ResourceType.Json);
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is JsonObject members)
            {
                if (target[name] is not JsonObject inner)
                {
                    target[name] = inner = [];
                }

                Merge(inner, members);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }

    private static T Clone<T>(T value, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, type), type)!;

    private string NextVersion() => (++_version).ToString(CultureInfo.InvariantCulture);
}
