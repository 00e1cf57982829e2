using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>What a watch tells.</summary>
internal abstract record PodEvent
{
    private PodEvent()
    {
    }

    /// <summary>All pods there are; those not named are gone.</summary>
    public sealed record Listed(IReadOnlyList<JsonObject> Pods) : PodEvent;

    /// <summary>A pod is new or different.</summary>
    public sealed record Changed(JsonObject Pod) : PodEvent;

    /// <summary>A pod is gone.</summary>
    public sealed record Gone(JsonObject Pod) : PodEvent;
}

/// <summary>Follows all pods bound to a node: list, watch, resume where a stream ended, list again when that is too long ago.</summary>
internal sealed class PodWatch(KubeRequests requests, Action<PodEvent> handle)
{
    private const string BoundPods = "api/v1/pods?fieldSelector=spec.nodeName!%3D";

    // Null: the next round begins with a list.
    private string? version;

    /// <summary>One round: a list when one is due, then one stream to its end. May be called again after any failure.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (version is null)
        {
            await ListAsync(cancellationToken);
        }

        try
        {
            await FollowAsync(cancellationToken);
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.Gone)
        {
            version = null;
        }
    }

    public async Task ListAsync(CancellationToken cancellationToken)
    {
        var list = await requests.GetAsync(BoundPods, cancellationToken);
        handle(new PodEvent.Listed([.. PodJson.Objects(list["items"])]));
        version = (string?)list["metadata"]?["resourceVersion"];
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var path = $"{BoundPods}&watch=true&allowWatchBookmarks=true&timeoutSeconds=300&resourceVersion={version}";
        using var response = await requests.OpenAsync(path, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var item = JsonNode.Parse(line);
            if (item?["object"] is not JsonObject pod)
            {
                throw new JsonException("The watch sent something that is no event.");
            }

            Handle((string?)item["type"], pod);
        }
    }

    private void Handle(string? type, JsonObject pod)
    {
        switch (type)
        {
            case "ADDED" or "MODIFIED":
                handle(new PodEvent.Changed(pod));
                break;
            case "DELETED":
                handle(new PodEvent.Gone(pod));
                break;
            case "ERROR":
                // Most often 410; whatever it is, the position in the stream is lost, and a new list is the cure.
                version = null;
                throw new HttpRequestException($"The watch ended: {pod.ToJsonString()}", null, (HttpStatusCode?)(int?)pod["code"]);
        }

        // Bookmarks come here too: they are what keeps the position fresh on quiet days.
        version = PodJson.ResourceVersion(pod) ?? version;
    }
}
