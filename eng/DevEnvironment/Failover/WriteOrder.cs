namespace Ray.DevEnvironment.Failover;

/// <summary>Judges by the API server's record whether only one wrote at a time.</summary>
/// <remarks>
/// Users are what the server authenticated, and times are the server's own. Every write counts that was sent, also one that the server
/// refused. Whoever wrote the Lease with success leads, from the moment at which the server received that.
/// </remarks>
public static class WriteOrder
{
    /// <summary>The writes of whoever did not hold the Lease.</summary>
    public static IReadOnlyList<string> Violations(IEnumerable<AuditedRequest> requests)
    {
        var (leader, violations) = ("", new List<string>());
        foreach (var write in InOrder(requests))
        {
            if (write.Lease is { } holder)
            {
                leader = !write.IsDone ? leader : holder.Length > 0 ? write.User : "";
            }
            else if (write.User != leader)
            {
                violations.Add($"{write.ReceivedAt:O}: {write.User} sent {write.Verb} {write.Uri} while {(leader.Length > 0 ? leader : "nobody")} led");
            }
        }

        return violations;
    }

    /// <summary>Who led, one after another.</summary>
    public static IReadOnlyList<string> Leaders(IEnumerable<AuditedRequest> requests)
    {
        var leaders = new List<string>();
        foreach (var write in InOrder(requests).Where(write => write is { Lease.Length: > 0, IsDone: true }))
        {
            if (leaders.LastOrDefault() != write.User)
            {
                leaders.Add(write.User);
            }
        }

        return leaders;
    }

    /// <summary>Writes other than those of the Lease.</summary>
    public static IEnumerable<AuditedRequest> Work(IEnumerable<AuditedRequest> requests) => InOrder(requests).Where(write => write.Lease is null);

    private static IEnumerable<AuditedRequest> InOrder(IEnumerable<AuditedRequest> requests) =>
        requests.Where(request => request.IsWrite).OrderBy(request => request.ReceivedAt);
}
