namespace Ray.DevEnvironment.Failover;

/// <summary>How long nobody worked after the leader was gone.</summary>
/// <param name="Lease">From the signal until the server received the next leader's first write of the Lease.</param>
/// <param name="Work">From the signal until the server received the next leader's first other write.</param>
public sealed record TakeOver(TimeSpan Lease, TimeSpan Work)
{
    /// <summary>The take-over in what was recorded; null when it is not over yet.</summary>
    /// <param name="requests">The record.</param>
    /// <param name="former">The user that led.</param>
    /// <param name="at">When he got the signal.</param>
    public static TakeOver? Find(IReadOnlyList<AuditedRequest> requests, string former, DateTimeOffset at)
    {
        var later = requests.Where(request => request.ReceivedAt > at && request.User != former).ToList();
        var lease = later.Where(request => request is { Lease.Length: > 0, IsDone: true }).MinBy(request => request.ReceivedAt);
        var work = WriteOrder.Work(later).FirstOrDefault();
        return lease is null || work is null ? null : new(lease.ReceivedAt - at, work.ReceivedAt - at);
    }
}
