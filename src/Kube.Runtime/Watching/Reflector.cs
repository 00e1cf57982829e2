using k8s;
using k8s.Models;

namespace Kube.Runtime.Watching;

/// <summary>
/// Keeps a sink equal to the server: lists, then watches from there; goes on at the last resource version when a watch ends, lists again when
/// the server has forgotten that version. Never gives up. <see cref="ReflectorRules{T}"/> decides, this makes requests and pauses.
/// </summary>
internal sealed class Reflector<T>(
    IApiTransport transport, ResourceType<T> type, InformerOptions options, IReflectorSink<T> sink, TimeProvider time, Random random)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly ResourceClient<T> _client = new(transport, type);
    private readonly Backoff _backoff = new(options.Backoff, time, random);

    // Asked once: what a server does not know it does not learn while we watch.
    private ListMode _listMode = options.StreamsLists ? ListMode.Streamed : ListMode.Paged;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        ReflectorState<T> state = new ReflectorState<T>.Empty();
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                state = await StepAsync(state, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (state is ReflectorState<T>.Listed { Open: { } listed })
            {
                await listed.DisposeAsync().ConfigureAwait(false);
            }
            else if (state is ReflectorState<T>.Watching { Open: { } watching })
            {
                await watching.DisposeAsync().ConfigureAwait(false);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private Task<ReflectorState<T>> StepAsync(ReflectorState<T> state, CancellationToken cancellationToken) => state switch
    {
        ReflectorState<T>.Empty => Task.FromResult<ReflectorState<T>>(new ReflectorState<T>.Listing(_listMode)),
        ReflectorState<T>.Listing { Mode: ListMode.Streamed } => StreamAsync(cancellationToken),
        ReflectorState<T>.Listing listing => ListAsync(listing.Mode, cancellationToken),
        ReflectorState<T>.Listed listed => Task.FromResult(HandOn(listed)),
        ReflectorState<T>.Watching watching => WatchAsync(watching, cancellationToken),
        ReflectorState<T>.BackingOff backingOff => WaitAsync(backingOff, cancellationToken),
        _ => throw new InvalidOperationException($"Unknown state {state}."),
    };

    private async Task<ReflectorState<T>> StreamAsync(CancellationToken cancellationToken)
    {
        IOpenWatch<T>? open = null;
        try
        {
            open = await _client.OpenWatchAsync(options.Namespace, WatchFrom(null), cancellationToken).ConfigureAwait(false);
            var state = await new StreamedListReader<T>(type, open, time).ReadAsync(cancellationToken).ConfigureAwait(false);
            return new ReflectorState<T>.Listed(state, open);
        }
        catch (ApiException e)
        {
            await CloseAsync(open).ConfigureAwait(false);
            _listMode = ReflectorRules<T>.IsRefusedStream(e) ? ListMode.Paged : _listMode;
            return After(ReflectorRules<T>.AfterFailedList(ListMode.Streamed, e, hadPages: false));
        }
        catch
        {
            await CloseAsync(open).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ReflectorState<T>> ListAsync(ListMode mode, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        var undecodable = new List<UndecodableObject>();
        ResourceList<T>? page = null;
        try
        {
            do
            {
                page = await _client.ListAsync(options.Namespace, PageAfter(page, mode), cancellationToken).ConfigureAwait(false);
                items.AddRange(page.Items);
                undecodable.AddRange(page.Undecodable);
            }
            while (page.Continue.Length > 0);
        }
        catch (ApiException e)
        {
            return After(ReflectorRules<T>.AfterFailedList(mode, e, hadPages: page is not null));
        }

        return new ReflectorState<T>.Listed(new(items, undecodable, page.ResourceVersion), null);
    }

    private ReflectorState<T> HandOn(ReflectorState<T>.Listed listed)
    {
        sink.Replace(listed.State.Items, listed.State.Undecodable);
        return new ReflectorState<T>.Watching(listed.State.ResourceVersion, listed.Open);
    }

    private async Task<ReflectorState<T>> WatchAsync(ReflectorState<T>.Watching state, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var open = state.Open;
        var version = state.ResourceVersion;
        var events = 0L;
        ApiException? failure = null;
        try
        {
            open ??= await _client.OpenWatchAsync(options.Namespace, WatchFrom(version), cancellationToken).ConfigureAwait(false);
            sink.Recovered();
            while (await open.NextAsync(cancellationToken).ConfigureAwait(false) is { } change)
            {
                events++;
                version = change.ResourceVersion.Length > 0 ? change.ResourceVersion : version;
                if (change.Type != WatchEventType.Bookmark)
                {
                    sink.Apply(change);
                }
            }
        }
        catch (ApiException e)
        {
            failure = e;
        }
        finally
        {
            await CloseAsync(open).ConfigureAwait(false);
        }

        return After(ReflectorRules<T>.AfterWatch(new(version, events, time.GetElapsedTime(started), failure), _listMode));
    }

    private async Task<ReflectorState<T>> WaitAsync(ReflectorState<T>.BackingOff state, CancellationToken cancellationToken)
    {
        await Task.Delay(state.Delay, time, cancellationToken).ConfigureAwait(false);
        return state.Next;
    }

    private ReflectorState<T> After(Verdict<T> verdict)
    {
        if (!verdict.Pauses)
        {
            return verdict.Next;
        }

        var delay = _backoff.Next();
        delay = verdict.Report?.RetryAfter > delay ? verdict.Report.RetryAfter.Value : delay;
        if (verdict.Report is { } failure)
        {
            sink.Failed(failure, delay);
        }

        return new ReflectorState<T>.BackingOff(delay, verdict.Next);
    }

    private ListOptions PageAfter(ResourceList<T>? page, ListMode mode) => new()
    {
        LabelSelector = options.LabelSelector,
        FieldSelector = options.FieldSelector,
        Limit = mode == ListMode.Paged ? options.PageSize : null,
        Continue = page?.Continue,
        Deadline = options.ListDeadline,
        OmitManagedFields = options.OmitManagedFields,
    };

    /// <summary>A watch from a version; from null one that begins with everything there is.</summary>
    private WatchOptions WatchFrom(string? version) => new()
    {
        LabelSelector = options.LabelSelector,
        FieldSelector = options.FieldSelector,
        ResourceVersion = version,
        SendInitialEvents = version is null,
        Timeout = options.MinimumWatchTime * (1 + random.NextDouble()),
        OmitManagedFields = options.OmitManagedFields,
    };

    private static ValueTask CloseAsync(IOpenWatch<T>? open) => open?.DisposeAsync() ?? ValueTask.CompletedTask;
}
