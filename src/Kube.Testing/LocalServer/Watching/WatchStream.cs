using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Kube.Testing;

/// <summary>Answers a watch: events, a line each, until the client goes or the time is over.</summary>
internal sealed class WatchStream(ObjectStore store, TimeProvider time)
{
    private static readonly TimeSpan s_bookmarkEvery = TimeSpan.FromSeconds(30);
    private const long DefaultTimeout = 1_800;

    public async Task RunAsync(HttpContext http, WatchEvents events, ApiResource resource, Selection selection, ApiQuery query, CancellationToken stopping)
    {
        var lines = Channel.CreateUnbounded<JsonObject>();
        using var following = Begin(lines.Writer, events, resource, selection, query);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(query.TimeoutSeconds ?? DefaultTimeout), time);
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(end.Token, timeout.Token);
        http.Response.ContentType = "application/json";
        await http.Response.StartAsync(end.Token);
        await http.Response.Body.FlushAsync(end.Token);
        try
        {
            await WriteAllAsync(http.Response, lines.Reader, events, query.WantsBookmarks, timed.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !end.IsCancellationRequested)
        {
            // The client asked for an end; it gets the position first.
            await BookmarkAsync(http.Response, lines.Reader, events, query.WantsBookmarks && following is not null, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The client is gone, or the server stops.
        }
    }

    private async Task WriteAllAsync(HttpResponse response, ChannelReader<JsonObject> lines, WatchEvents events, bool bookmarks, CancellationToken cancellation)
    {
        while (true)
        {
            using var pause = new CancellationTokenSource(s_bookmarkEvery, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancellation);
            try
            {
                if (!await lines.WaitToReadAsync(either.Token))
                {
                    return;
                }

                while (lines.TryRead(out var line))
                {
                    await WriteAsync(response, line, cancellation);
                }

                await response.Body.FlushAsync(cancellation);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                await BookmarkAsync(response, lines, events, bookmarks, cancellation);
            }
        }
    }

    private async Task BookmarkAsync(HttpResponse response, ChannelReader<JsonObject> lines, WatchEvents events, bool bookmarks, CancellationToken cancellation)
    {
        long revision;
        lock (store.Gate)
        {
            // Within the gate, all changes so far are in the channel: none there means that the client knows all.
            revision = lines.Count == 0 ? store.Revision : 0;
        }

        if (bookmarks && revision > 0)
        {
            await WriteAsync(response, events.Bookmark(revision, isInitialEnd: false), cancellation);
            await response.Body.FlushAsync(cancellation);
        }
    }

    private IDisposable? Begin(ChannelWriter<JsonObject> lines, WatchEvents events, ApiResource resource, Selection selection, ApiQuery query)
    {
        lock (store.Gate)
        {
            var after = ReadVersion(query);
            if (after is null or 0 || query.WantsInitialEvents)
            {
                foreach (var item in store.List(resource.StorageKey, selection.Namespace).Items.Where(selection.Matches))
                {
                    lines.TryWrite(events.Of("ADDED", item));
                }

                after = store.Revision;
                if (query.WantsInitialEvents)
                {
                    lines.TryWrite(events.Bookmark(store.Revision, isInitialEnd: true));
                }
            }

            var following = store.Follow(after.Value, change => Tell(lines, events, change));
            if (following is null)
            {
                var status = ApiFailure.Expired($"too old resource version: {after} ({store.Revision})").ToStatus();
                lines.TryWrite(new JsonObject { ["type"] = "ERROR", ["object"] = status });
                lines.TryComplete();
            }

            return following;
        }
    }

    // An event that cannot be shown ends the watch; it must not trouble the writer, in whose place this runs.
    private static void Tell(ChannelWriter<JsonObject> lines, WatchEvents events, StoreEvent change)
    {
        try
        {
            if (events.Of(change) is { } line)
            {
                lines.TryWrite(line);
            }
        }
        catch (ApiFailure failure)
        {
            lines.TryWrite(new JsonObject { ["type"] = "ERROR", ["object"] = failure.ToStatus() });
            lines.TryComplete();
        }
    }

    private static long? ReadVersion(ApiQuery query) => query.ResourceVersion.Length == 0 ? null
        : long.TryParse(query.ResourceVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
        : throw ApiFailure.BadRequest($"Invalid value: \"{query.ResourceVersion}\": strconv.ParseUint: parsing \"{query.ResourceVersion}\": invalid syntax");

    private static async Task WriteAsync(HttpResponse response, JsonObject line, CancellationToken cancellation) =>
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(line.ToJsonString() + "\n"), cancellation);
}
