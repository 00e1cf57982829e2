using k8s;
using k8s.Models;

namespace Kube.Runtime.Watching;

/// <summary>
/// Keeps a sink equal to the server: lists, then watches from there; goes on at the last resource version when a watch ends, lists again when
/// the server has forgotten that version. Never gives up.
/// </summary>
internal sealed class Reflector<T>(
    IApiTransport transport, ResourceType<T> type, InformerOptions options, IReflectorSink<T> sink, TimeProvider time, Random random)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private static readonly TimeSpan s_shortWatch = TimeSpan.FromSeconds(1);

    private readonly ResourceClient<T> _client = new(transport, type);
    private readonly Backoff _backoff = new(options.Backoff, time, random);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        ReflectorState state = new ReflectorState.Listing();
        while (!cancellationToken.IsCancellationRequested)
        {
            state = await StepAsync(state, cancellationToken).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private Task<ReflectorState> StepAsync(ReflectorState state, CancellationToken cancellationToken) => state switch
    {
        ReflectorState.Listing listing => ListAsync(listing, cancellationToken),
        ReflectorState.Watching watching => WatchAsync(watching, cancellationToken),
        ReflectorState.BackingOff backingOff => WaitAsync(backingOff, cancellationToken),
        _ => throw new InvalidOperationException($"Unknown state {state}."),
    };

    private async Task<ReflectorState> ListAsync(ReflectorState.Listing state, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        var undecodable = new List<UndecodableObject>();
        ResourceList<T>? page = null;
        try
        {
            do
            {
                page = await _client.ListAsync(options.Namespace, PageAfter(page, state.Paged), cancellationToken).ConfigureAwait(false);
                items.AddRange(page.Items);
                undecodable.AddRange(page.Undecodable);
            }
            while (page.Continue.Length > 0);
        }
        catch (ApiException e) when (e.IsExpired && page is not null)
        {
            return new ReflectorState.Listing(Paged: false);
        }
        catch (ApiException e)
        {
            return Failed(e, state);
        }

        sink.Replace(items, undecodable);
        return new ReflectorState.Watching(page.ResourceVersion);
    }

    private ListOptions PageAfter(ResourceList<T>? page, bool paged) => new()
    {
        LabelSelector = options.LabelSelector,
        FieldSelector = options.FieldSelector,
        Limit = paged ? options.PageSize : null,
        Continue = page?.Continue,
    };

    private async Task<ReflectorState> WatchAsync(ReflectorState.Watching state, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var version = state.ResourceVersion;
        var events = 0L;
        try
        {
            var stream = _client.WatchAsync(options.Namespace, WatchFrom(version), cancellationToken);
            await foreach (var change in stream.ConfigureAwait(false))
            {
                if (events++ == 0)
                {
                    sink.Recovered();
                }

                if (change.ResourceVersion.Length > 0)
                {
                    version = change.ResourceVersion;
                }

                if (change.Type != WatchEventType.Bookmark)
                {
                    sink.Apply(change);
                }
            }
        }
        catch (ApiException e) when (e.IsExpired)
        {
            // A version that expires before it gave anything may expire again: full lists in a tight loop would only add to the trouble.
            return events > 0 ? new ReflectorState.Listing() : new ReflectorState.BackingOff(_backoff.Next(), new ReflectorState.Listing());
        }
        catch (ApiException e)
        {
            return Failed(e, Resumable(e) ? new ReflectorState.Watching(version) : new ReflectorState.Listing());
        }

        // A watch that ends at once without a word would be asked for again and again without a pause.
        var next = new ReflectorState.Watching(version);
        return events == 0 && time.GetElapsedTime(started) < s_shortWatch ? new ReflectorState.BackingOff(_backoff.Next(), next) : next;
    }

    private WatchOptions WatchFrom(string version) => new()
    {
        LabelSelector = options.LabelSelector,
        FieldSelector = options.FieldSelector,
        ResourceVersion = version,
        Timeout = options.MinimumWatchTime * (1 + random.NextDouble()),
    };

    private async Task<ReflectorState> WaitAsync(ReflectorState.BackingOff state, CancellationToken cancellationToken)
    {
        await Task.Delay(state.Delay, time, cancellationToken).ConfigureAwait(false);
        return state.Next;
    }

    private ReflectorState.BackingOff Failed(ApiException failure, ReflectorState next)
    {
        var delay = _backoff.Next();
        if (failure.RetryAfter > delay)
        {
            delay = failure.RetryAfter.Value;
        }

        sink.Failed(failure, delay);
        return new(delay, next);
    }

    // Without an answer, or with "not now", nothing was missed that a watch from the same version would not deliver. Anything else
    // (an event that is no JSON, a refusal, a vanished kind) may have lost events.
    private static bool Resumable(ApiException failure) =>
        (int)failure.Code is 0 or 429 or >= 500 && failure.Reason != ApiFailureReasons.Unreadable;
}
