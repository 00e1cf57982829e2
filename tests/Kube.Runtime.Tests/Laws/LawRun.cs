using k8s;
using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Tests.Laws;

/// <summary>What one run showed.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Problem">What was wrong; null for nothing.</param>
/// <param name="Plan">The faults that happened.</param>
internal sealed record LawResult(int Seed, string? Problem, FaultPlan Plan);

/// <summary>
/// One run: an informer behind the proxy while objects change and faults happen; when the faults are over, its cache must become equal to the
/// server, and what its handlers were told must be equal to the cache and free of contradictions.
/// </summary>
internal sealed class LawRun<T>(FaultProxy proxy, ApiTransport direct, LawKind kind, ResourceType<T> type, int seed)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    // Loaded machines need it; a quiet one takes a second or two.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private static readonly TransportOptions s_hasty = new()
    {
        CallDeadline = TimeSpan.FromSeconds(2),
        WatchHeaderDeadline = TimeSpan.FromSeconds(2),
        WatchIdleLimit = TimeSpan.FromSeconds(2),
        RetryDelay = TimeSpan.FromMilliseconds(5),
        MaxAttempts = 3,
        MaxAskedRetries = 3,
    };

    private readonly FaultPlan _plan = new(seed);
    private readonly Random _random = new(seed);
    private readonly Mirror<T> _mirror = new();
    private readonly string _law = $"law-{seed}";

    /// <param name="disaster">What happens to all runs in the middle of theirs; completes when it is over.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<LawResult> RunAsync(Func<Task> disaster, CancellationToken cancellationToken)
    {
        using var transport = proxy.Transport(_law, _plan, http2: seed % 2 == 0, s_hasty);
        var options = new InformerOptions
        {
            Namespace = LawKind.Namespace,
            LabelSelector = LabelSelector.Equal("law", _law),
            PageSize = _random.Next(2, 8),
            Backoff = new() { Base = TimeSpan.FromMilliseconds(5), Max = TimeSpan.FromMilliseconds(100) },
            ResyncInterval = null,
        };
        var informer = new Informer<T>(transport, type, options, random: new Random(seed));
        using var subscription = informer.Subscribe(_mirror);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writer = new Writer(direct, kind, _law, _random);
        await writer.WriteAsync(10, () => TimeSpan.Zero, cancellationToken);
        var running = informer.RunAsync(stop.Token);

        await writer.WriteAsync(15, Pause, cancellationToken);
        await disaster();
        await writer.WriteAsync(15, Pause, cancellationToken);
        _plan.End();
        await writer.WriteAsync(3, Pause, cancellationToken);
        var problem = await UntilEqualAsync(informer, cancellationToken);

        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        problem ??= running.IsCanceled ? null : $"the informer ended: {running.Exception}";
        return new(seed, problem, _plan);
    }

    private TimeSpan Pause() => TimeSpan.FromMilliseconds(_random.Next(40));

    private async Task<string?> UntilEqualAsync(Informer<T> informer, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var server = await StateOfServerAsync(cancellationToken);
            var cache = informer.Lister.List().Select(LawKind.Print).Order(StringComparer.Ordinal).ToList();
            if (server is not null && informer.HasSynced && server.SequenceEqual(cache) && _mirror.Items.SequenceEqual(cache))
            {
                return _mirror.Contradictions.Count == 0 ? null : $"handlers were told contradictions: {string.Join("; ", _mirror.Contradictions)}";
            }

            if (TimeProvider.System.GetElapsedTime(start) > s_patience)
            {
                return $"server: {string.Join(", ", server ?? ["unknown"])}\n  cache: {string.Join(", ", cache)}\n  handlers: {string.Join(", ", _mirror.Items)}"
                    + $"\n  failure: {informer.Failure?.Message}";
            }

            await Task.Delay(150, cancellationToken);
        }
    }

    /// <summary>Null when the server does not answer.</summary>
    private async Task<IReadOnlyList<string>?> StateOfServerAsync(CancellationToken cancellationToken)
    {
        try
        {
            var client = new ResourceClient<PartialObjectMetadata>(direct, PartialObjectMetadata.Of(kind.Definition));
            var list = await client.ListAsync(LawKind.Namespace, new() { LabelSelector = LabelSelector.Equal("law", _law) }, cancellationToken);
            return [.. list.Items.Select(LawKind.Print).Order(StringComparer.Ordinal)];
        }
        catch (ApiException)
        {
            return null;
        }
    }
}
