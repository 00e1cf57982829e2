using k8s.Models;

namespace Kube.Runtime.Leadership;

/// <summary>What a Lease says of its holder. Times are the writer's; they are never compared with a clock here.</summary>
internal sealed record LeaseRecord(string Holder, TimeSpan Duration, DateTime? AcquireTime, DateTime? RenewTime, int Transitions)
{
    /// <summary>Reads a Lease.</summary>
    /// <param name="lease">The Lease.</param>
    /// <param name="usual">The duration when the Lease names none.</param>
    public static LeaseRecord Of(V1Lease lease, TimeSpan usual) => new(
        lease.Spec?.HolderIdentity ?? "",
        lease.Spec?.LeaseDurationSeconds is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : usual,
        lease.Spec?.AcquireTime,
        lease.Spec?.RenewTime,
        lease.Spec?.LeaseTransitions ?? 0);

    /// <summary>The record of the next term, which follows this one.</summary>
    public LeaseRecord TakenBy(string identity, TimeSpan duration, DateTime now) => new(identity, duration, now, now, Transitions + 1);

    /// <summary>The record after a renewal.</summary>
    public LeaseRecord RenewedAt(DateTime now) => this with { RenewTime = now };

    /// <summary>The record after its holder gave it back: free for anybody at once.</summary>
    public LeaseRecord ReleasedAt(DateTime now) => this with { Holder = "", Duration = TimeSpan.FromSeconds(1), AcquireTime = now, RenewTime = now };

    /// <summary>The Lease with this record; everything else of it stays.</summary>
    public V1Lease On(V1Lease lease) => lease with
    {
        Spec = (lease.Spec ?? new()) with
        {
            HolderIdentity = Holder,
            LeaseDurationSeconds = (int)Duration.TotalSeconds,
            AcquireTime = AcquireTime,
            RenewTime = RenewTime,
            LeaseTransitions = Transitions,
        },
    };
}

/// <summary>A record and when this process first saw it, by its own monotonic clock.</summary>
/// <param name="Record">The record.</param>
/// <param name="SeenAt">Timestamp of the sight.</param>
internal sealed record LeaseObservation(LeaseRecord Record, long SeenAt)
{
    /// <summary>
    /// The observation after another look. Only a change of the record counts as a sign of life: clocks of different machines are never compared.
    /// </summary>
    public static LeaseObservation Of(LeaseObservation? before, LeaseRecord record, long now) =>
        before?.Record == record ? before : new(record, now);

    /// <summary>How long the holder may still lead, as far as this process can know; zero or less when the Lease is free.</summary>
    public TimeSpan HeldFor(string identity, TimeProvider time) => Record.Holder.Length == 0 || Record.Holder == identity
        ? TimeSpan.Zero
        : Record.Duration - time.GetElapsedTime(SeenAt);
}
