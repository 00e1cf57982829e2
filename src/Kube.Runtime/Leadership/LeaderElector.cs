using System.Diagnostics.CodeAnalysis;
using k8s.Models;
using Kube.Runtime.Hosting;
using Kube.Runtime.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Leadership;

/// <summary>
/// Competes with its equals for a Lease: one process at a time holds it and acts. Time is measured by the monotonic clock of each process alone,
/// so wrong wall clocks do no harm. A leader that cannot renew in time loses the term, whatever the reason, and writes nothing more.
/// </summary>
/// <remarks>One call at a time. Give it a transport that no fence closes.</remarks>
public sealed class LeaderElector : IDisposable
{
    private static readonly TimeSpan s_tolerance = TimeSpan.FromSeconds(20);

    private readonly LeaseStore _store;
    private readonly LeaderElectionOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ElectionLog _log;
    private LeaseObservation? _seen;
    private V1Lease? _held;
    private LeadershipTerm? _term;
    private long _validUntil;

    /// <summary>Creates an elector; nothing is sent yet.</summary>
    /// <param name="transport">Reaches the server, also when this process does not lead.</param>
    /// <param name="options">Which Lease, who, and how patient.</param>
    /// <param name="logger">Told of leaders and troubles; null for nobody.</param>
    /// <param name="time">Clock; null for the system's.</param>
    /// <param name="random">Source of jitter; null for the shared one.</param>
    /// <exception cref="ArgumentException">The durations do not fit together.</exception>
    public LeaderElector(
        IApiTransport transport, LeaderElectionOptions options, ILogger? logger = null, TimeProvider? time = null, Random? random = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _time = time ?? TimeProvider.System;
        _random = random ?? Random.Shared;
        _store = new LeaseStore(transport, options.Namespace ?? transport.DefaultNamespace, options.LeaseName);
        _log = new ElectionLog(logger ?? NullLogger.Instance, _store.Key, options);
        Fence = new WriteFence(_store.Key, _time);
        LeaderElectionMetrics.Register(this);
    }

    /// <summary>Name of this process in the election.</summary>
    public string Identity => _options.Identity;

    /// <summary>Namespace and name of the Lease.</summary>
    public string Lease => _store.Key;

    /// <summary>Lets writes pass while this process leads.</summary>
    public WriteFence Fence { get; }

    /// <summary>Whether this process leads now.</summary>
    public bool IsLeader => Fence.IsOpen;

    /// <summary>Who leads, as far as this process saw; empty when nobody does.</summary>
    public string Leader => _seen?.Record.Holder ?? "";

    /// <summary>Fails <c>/healthz</c> when the Lease ran out 20 s ago and the election has not even noticed: the process hangs.</summary>
    internal HealthCheck Health => new("leader-election", HealthKind.Live, () => Fence.ExpiredFor is { } expired && expired > s_tolerance
        ? $"the lease {Lease} ran out {expired.TotalSeconds:0} s ago and the election does not react"
        : null);

    internal string LeaseName => _store.Name;

    internal string LeaseNamespace => _store.Namespace;

    internal long SlowRenewals { get; private set; }

    /// <summary>Waits until this process leads. Failures are logged and tried again.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<LeadershipTerm> AcquireAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var sent = _time.GetTimestamp();
            var attempt = await AttemptAsync(TryAcquireAsync, _options.RenewDeadline, cancellationToken).ConfigureAwait(false);
            if (attempt.Lease is { } lease && TryBegin(lease, sent))
            {
                return _term;
            }

            var jittered = _options.RetryPeriod * (1 + (_random.NextDouble() * LeaderElectionOptions.JitterFactor));
            await Task.Delay(Sooner(jittered), _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Renews the Lease until the term is lost, or until cancelled: then the Lease is still held, for <see cref="ReleaseAsync"/>.</summary>
    /// <exception cref="LeadershipLostException">The term is over; its token is cancelled and the fence closed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">This process was not made the leader by <see cref="AcquireAsync"/>.</exception>
    public async Task HoldAsync(CancellationToken cancellationToken)
    {
        if (_term is null)
        {
            throw new InvalidOperationException($"There is no term to hold: await {nameof(AcquireAsync)} first.");
        }

        while (true)
        {
            await Task.Delay(Shorter(_options.RetryPeriod, Remaining), _time, cancellationToken).ConfigureAwait(false);
            var (sent, left) = (_time.GetTimestamp(), Remaining);
            if (left <= TimeSpan.Zero)
            {
                throw Lose($"it was not renewed within {_options.RenewDeadline.TotalSeconds:0.###} s{_log.LastTrouble}");
            }

            // Half of the deadline, so that one silent connection leaves time for another attempt.
            var attempt = await AttemptAsync(TryRenewAsync, Shorter(_options.RenewDeadline / 2, left), cancellationToken).ConfigureAwait(false);
            if (attempt.Holder is { } other)
            {
                throw Lose($"{other} holds it now");
            }

            if (attempt.Lease is { } lease && Remaining > TimeSpan.Zero)
            {
                _held = lease;
                Extend(sent);
            }
        }
    }

    /// <summary>
    /// Gives the Lease back, so that another leads at once, when nothing is being written any more. When that or the server takes too long,
    /// the Lease is left to run out.
    /// </summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (_term is null || _held is not { } held)
        {
            return;
        }

        EndTerm();
        if (!_options.ReleaseOnStop)
        {
            return;
        }

        try
        {
            using var limit = new CancellationTokenSource(_options.RenewDeadline, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            await Fence.DrainAsync(either.Token).ConfigureAwait(false);
            var released = RecordOf(held).ReleasedAt(Now);
            _log.Released(await _store.TryWriteAsync(held, released, either.Token).ConfigureAwait(false) is not null);
        }
        catch (Exception e) when (e is ApiException or OperationCanceledException)
        {
            _log.NotReleased(e);
        }
    }

    /// <summary>Ends the term, if there is one, without giving the Lease back.</summary>
    public void Dispose()
    {
        LeaderElectionMetrics.Unregister(this);
        Fence.Close();
        _term?.Dispose();
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    private TimeSpan Remaining => _time.GetElapsedTime(_time.GetTimestamp(), _validUntil);

    private async Task<Attempt> TryAcquireAsync(CancellationToken cancellationToken)
    {
        var lease = await _store.FindAsync(cancellationToken).ConfigureAwait(false);
        if (lease is not null && See(RecordOf(lease)).HeldFor(Identity, _time) > TimeSpan.Zero)
        {
            return new();
        }

        var before = lease is null ? new LeaseRecord("", default, null, null, -1) : RecordOf(lease);
        return new(Lease: await _store.TryWriteAsync(lease, before.TakenBy(Identity, _options.LeaseDuration, Now), cancellationToken).ConfigureAwait(false));
    }

    // As a rule nobody else touched the Lease: one write does. Else it is read, and written again if it is still ours.
    private async Task<Attempt> TryRenewAsync(CancellationToken cancellationToken)
    {
        if (_held is { } held)
        {
            var renewed = await _store.TryWriteAsync(held, RecordOf(held).RenewedAt(Now), cancellationToken).ConfigureAwait(false);
            if (renewed is not null)
            {
                return new(Lease: renewed);
            }
        }

        SlowRenewals++;
        var lease = await _store.FindAsync(cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            return new(Holder: "nobody");
        }

        var record = See(RecordOf(lease)).Record;
        return record.Holder == Identity
            ? new(Lease: await _store.TryWriteAsync(lease, record.RenewedAt(Now), cancellationToken).ConfigureAwait(false))
            : new(Holder: record.Holder.Length > 0 ? record.Holder : "nobody");
    }

    private async Task<Attempt> AttemptAsync(Func<CancellationToken, Task<Attempt>> attempt, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var done = await attempt(either.Token).ConfigureAwait(false);
            _log.Reached();
            return done;
        }
        catch (Exception e) when (e is ApiException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _log.Failed(e is ApiException ? e.Message : $"no answer within {limit.TotalSeconds:0.###} s");
            return new();
        }
    }

    [MemberNotNullWhen(true, nameof(_term))]
    private bool TryBegin(V1Lease lease, long sent)
    {
        // Whoever was stopped for long after he sent the request holds a Lease that has run out already.
        if (_time.GetElapsedTime(sent) >= _options.RenewDeadline)
        {
            return false;
        }

        _held = lease;
        See(RecordOf(lease));
        _term?.Dispose();
        _term = new LeadershipTerm(Lease, Identity, RecordOf(lease).Transitions);
        Extend(sent);
        _log.Started(_term);
        return true;
    }

    // From when the renewal was sent, not from when it was answered: others saw it no sooner.
    private void Extend(long sent)
    {
        _validUntil = sent + (long)(_options.RenewDeadline.TotalSeconds * _time.TimestampFrequency);
        Fence.OpenUntil(_validUntil);
    }

    private LeadershipLostException Lose(string why)
    {
        var lost = new LeadershipLostException($"The lease {Lease} is lost: {why}.");
        EndTerm();
        return lost;
    }

    private void EndTerm()
    {
        Fence.Close();
        if (_term is { } term)
        {
            (_term, _held) = (null, null);
            term.End();
            _log.Stopped(term);
        }
    }

    private LeaseObservation See(LeaseRecord record)
    {
        var before = _seen;
        _seen = LeaseObservation.Of(before, record, _time.GetTimestamp());
        if (record.Holder != before?.Record.Holder)
        {
            _log.Saw(record.Holder);
        }

        return _seen;
    }

    private LeaseRecord RecordOf(V1Lease lease) => LeaseRecord.Of(lease, _options.LeaseDuration);

    // When the Lease of a leader that is gone runs out sooner than the next attempt, that is the moment.
    private TimeSpan Sooner(TimeSpan delay) =>
        _seen?.HeldFor(Identity, _time) is { } held && held > TimeSpan.Zero && held < delay ? held + TimeSpan.FromMilliseconds(1) : delay;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b > TimeSpan.Zero ? b : TimeSpan.Zero;

    /// <summary>What an attempt brought: the Lease as it was written, or who else holds it; nothing when neither is known.</summary>
    private readonly record struct Attempt(V1Lease? Lease = null, string? Holder = null);
}
