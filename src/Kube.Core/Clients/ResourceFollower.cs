using System.Runtime.CompilerServices;
using k8s;
using k8s.Models;

namespace Kube;

/// <summary>Follows a collection across the ends of watches, broken connections and forgotten versions.</summary>
internal sealed class ResourceFollower<T>(ResourceClient<T> client, string? @namespace, WatchOptions options)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    private readonly FollowedObjects<T> _objects = new(client.Type);
    private TimeSpan _pause = s_firstPause;
    private bool _isPaged = true;
    private long _watchBegan;

    // Null: list first.
    private string? _version = options.ResourceVersion;

    public async IAsyncEnumerable<WatchEvent<T>> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_version is null)
            {
                foreach (var change in await ListAsync(cancellationToken).ConfigureAwait(false) ?? [])
                {
                    yield return change;
                }

                continue;
            }

            var next = options with { ResourceVersion = _version, SendInitialEvents = false };
            var watch = client.WatchAsync(@namespace, next, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (watch.ConfigureAwait(false))
            {
                var events = 0;
                _watchBegan = TimeProvider.System.GetTimestamp();
                while (await NextAsync(watch, events, cancellationToken).ConfigureAwait(false))
                {
                    events++;
                    yield return watch.Current;
                }
            }
        }
    }

    /// <summary>What the newest state means to the reader; null after a failure and a pause.</summary>
    private async Task<List<WatchEvent<T>>?> ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            var items = new List<T>();
            var undecodable = new List<UndecodableObject>();
            var next = new ListOptions { LabelSelector = options.LabelSelector, FieldSelector = options.FieldSelector, Limit = _isPaged ? 500 : null };
            ResourceList<T> page;
            do
            {
                page = await client.ListAsync(@namespace, next, cancellationToken).ConfigureAwait(false);
                items.AddRange(page.Items);
                undecodable.AddRange(page.Undecodable);
                next = next with { Continue = page.Continue };
            }
            while (page.Continue.Length > 0);

            _version = page.ResourceVersion;
            var events = _objects.Replace(items, undecodable, page.ResourceVersion);
            events.Add(new(WatchEventType.Bookmark, page.ResourceVersion, null) { IsInitialEventsEnd = true });
            return events;
        }
        catch (ApiException e) when (MayPass(e))
        {
            // Pages that expire while they are read are more than the server remembers: the next list comes in one piece.
            _isPaged = !e.IsExpired;
            await PauseAsync(e, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>Moves to the next event; false when the watch has ended, for whatever reason, and the state says how to go on.</summary>
    private async Task<bool> NextAsync(IAsyncEnumerator<WatchEvent<T>> watch, int events, CancellationToken cancellationToken)
    {
        try
        {
            if (!await watch.MoveNextAsync().ConfigureAwait(false))
            {
                // A watch that ends at once without a word would be asked for again and again without a pause.
                var isShort = events == 0 && TimeProvider.System.GetElapsedTime(_watchBegan) < s_firstPause;
                await (isShort ? PauseAsync(null, cancellationToken) : Task.CompletedTask).ConfigureAwait(false);
                return false;
            }
        }
        catch (ApiException e) when (e.IsExpired || MayPass(e))
        {
            // Without an answer, or with "not now", a watch from the same version misses nothing. Anything else may have lost events.
            _version = (int)e.Code is 0 or 429 or >= 500 ? _version : null;
            await (events == 0 ? PauseAsync(e, cancellationToken) : Task.CompletedTask).ConfigureAwait(false);
            return false;
        }

        _pause = s_firstPause;
        _version = watch.Current.ResourceVersion.Length > 0 ? watch.Current.ResourceVersion : _version;
        _objects.Note(watch.Current);
        return true;
    }

    private static bool MayPass(ApiException failure) => failure.IsExpired || (int)failure.Code is < 400 or 429 or >= 500;

    private async Task PauseAsync(ApiException? failure, CancellationToken cancellationToken)
    {
        var pause = failure?.RetryAfter > _pause ? failure.RetryAfter.Value : _pause;
        _pause = _pause * 2 < s_longestPause ? _pause * 2 : s_longestPause;
        await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), TimeProvider.System, cancellationToken).ConfigureAwait(false);
    }
}
